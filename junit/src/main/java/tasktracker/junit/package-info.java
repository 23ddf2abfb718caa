/** Load tests as test methods of JUnit. Public is what test classes name, and nothing else. */
package tasktracker.junit;
