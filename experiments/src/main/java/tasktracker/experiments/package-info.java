/**
 * The laboratory that deploys, loads and compares architectures. Its packages depend in one
 * direction: {@code cli}, {@code experiment}, {@code stack}, {@code resource}, {@code fault},
 * {@code result}, {@code analysis}, {@code report}; each may use those after it, and all may use
 * the failures declared here.
 */
package tasktracker.experiments;
