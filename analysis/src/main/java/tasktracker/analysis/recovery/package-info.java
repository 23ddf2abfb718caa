/** What a failure did to the users and when it was over: pure functions on seconds and moments. */
package tasktracker.analysis.recovery;
