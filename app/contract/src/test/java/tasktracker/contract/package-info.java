/** The contract of the application, tested alike against both deployments. */
package tasktracker.contract;
