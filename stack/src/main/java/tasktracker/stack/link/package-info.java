/**
 * A TCP proxy for the connections within a stack, as a process of its own: {@link
 * tasktracker.stack.link.LinkProxy} runs it and {@link tasktracker.stack.link.Main} is what runs
 * there. Left alone it passes everything on at once; when asked, it delays, cuts or refuses.
 */
package tasktracker.stack.link;
