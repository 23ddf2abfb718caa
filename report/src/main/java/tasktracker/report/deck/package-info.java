/** Decks of slides in the format of PowerPoint, LibreOffice Impress and Keynote. */
package tasktracker.report.deck;
