/**
 * What every service needs: a server made of components, settings from the environment, a clean
 * start and stop.
 */
package tasktracker.service;
