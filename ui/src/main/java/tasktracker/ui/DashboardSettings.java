package tasktracker.ui;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a dashboard listens, and what it shows.
 *
 * @param host name or address to listen at
 * @param port to listen at; 0 for any that is free
 * @param token what whoever asks must know; empty for nobody but this machine
 * @param results the folder whose folders are experiments
 * @param plots the folder whose folders hold plots
 * @param launcher the command line of the lab
 */
public record DashboardSettings(
    String host, int port, Optional<String> token, Path results, Path plots, Path launcher) {}
