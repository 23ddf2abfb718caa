package tasktracker.service.wire;

import static tasktracker.service.wire.Characters.HEX;
import static tasktracker.service.wire.Characters.TOKEN;
import static tasktracker.service.wire.Characters.VALUE;

/**
 * Takes the chunked coding off a body byte by byte (RFC 9112, section 7.1). Extensions and trailer
 * fields are checked and dropped; sizes that could be read in two ways are refused. Not
 * thread-safe.
 */
final class ChunkedRequestBody {

  /** Most bytes of sizes, extensions and trailer fields between two pieces of data. */
  private static final int MOST_OVERHEAD = 16 * 1024;

  private static final int MOST_DIGITS = 7;

  private enum Part {
    SIZE,
    EXTENSION,
    SIZE_END,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER,
    TRAILER_NAME,
    TRAILER_VALUE,
    TRAILER_END,
    LAST_LF,
    DONE
  }

  private Part part;
  private int size;
  private int digits;
  private boolean spaced;
  private int overhead;

  /** Begins another body. */
  void clear() {
    part = Part.SIZE;
    size = 0;
    digits = 0;
    spaced = false;
    overhead = 0;
  }

  /** Whether the body is complete. */
  boolean isDone() {
    return part == Part.DONE;
  }

  /** Bytes of data that are left in this chunk. */
  int left() {
    return size;
  }

  /** Takes note that bytes of data were taken. */
  void take(int count) {
    size -= count;
    overhead = 0;
    if (size == 0) {
      part = Part.DATA_CR;
    }
  }

  /**
   * Reads on until there is data or the body ends.
   *
   * @return where the bytes begin that were not read
   * @throws io.helidon.http.RequestException for what is no chunked body
   */
  int skipToData(byte[] data, int from, int to) {
    int i = from;
    while (i < to && part != Part.DATA && part != Part.DONE) {
      step(data[i++]);
      if (++overhead > MOST_OVERHEAD) {
        throw Refusal.malformed("The extensions and trailers of the chunked body are too long");
      }
    }
    return i;
  }

  private void step(byte octet) {
    switch (part) {
      case SIZE -> size(octet);
      case EXTENSION -> {
        if (octet == '\r') {
          part = Part.SIZE_END;
        } else {
          require(Characters.is(octet, VALUE), "The extension of a chunk is malformed");
        }
      }
      case SIZE_END -> {
        requireLineFeed(octet);
        part = size == 0 ? Part.TRAILER : Part.DATA;
      }
      case DATA_CR -> {
        require(octet == '\r', "A chunk is not as long as its size says");
        part = Part.DATA_LF;
      }
      case DATA_LF -> {
        require(octet == '\n', "A chunk is not as long as its size says");
        part = Part.SIZE;
        digits = 0;
        spaced = false;
      }
      default -> trailer(octet);
    }
  }

  private void size(byte octet) {
    if (!spaced && Characters.is(octet, HEX)) {
      require(++digits <= MOST_DIGITS, "The size of a chunk is too large");
      size = size * 16 + Character.digit(octet, 16);
      return;
    }
    require(digits > 0, "The size of a chunk must be a hexadecimal number");
    if (octet == ' ' || octet == '\t') {
      spaced = true;
    } else if (octet == ';') {
      part = Part.EXTENSION;
    } else {
      require(octet == '\r' && !spaced, "The size of a chunk must be a hexadecimal number");
      part = Part.SIZE_END;
    }
  }

  private void trailer(byte octet) {
    switch (part) {
      case TRAILER -> {
        require(octet == '\r' || Characters.is(octet, TOKEN), "A trailer field is malformed");
        part = octet == '\r' ? Part.LAST_LF : Part.TRAILER_NAME;
      }
      case TRAILER_NAME -> {
        require(octet == ':' || Characters.is(octet, TOKEN), "A trailer field is malformed");
        if (octet == ':') {
          part = Part.TRAILER_VALUE;
        }
      }
      case TRAILER_VALUE -> {
        require(octet == '\r' || Characters.is(octet, VALUE), "A trailer field is malformed");
        if (octet == '\r') {
          part = Part.TRAILER_END;
        }
      }
      case TRAILER_END -> {
        requireLineFeed(octet);
        part = Part.TRAILER;
      }
      default -> {
        requireLineFeed(octet);
        part = Part.DONE;
      }
    }
  }

  private static void requireLineFeed(byte octet) {
    require(octet == '\n', "A line must end with CR and LF");
  }

  private static void require(boolean allowed, String reason) {
    if (!allowed) {
      throw Refusal.malformed(reason);
    }
  }
}
