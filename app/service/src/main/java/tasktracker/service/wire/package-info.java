/** What comes over the wire: strict framing of HTTP/1.1 requests, time limits and bounds. */
package tasktracker.service.wire;
