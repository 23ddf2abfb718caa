package tasktracker.load.scenario;

import java.util.function.Predicate;

/**
 * A request that is being put together. Used once: the methods change and return this request, and
 * {@link #send()} ends it.
 */
public interface Request {

  /** Name of the endpoint in results; the path where none is given. */
  Request named(String name);

  /** Adds a header. */
  Request header(String name, String value);

  /** Sets a JSON body, written in UTF-8. */
  Request json(String body);

  /** Sets a body of any type. The array is not copied. */
  Request body(byte[] body, String contentType);

  /** Sends the body in chunks, without telling its length ahead. */
  Request chunked();

  /**
   * Holds the body back until the server asks for it ({@code Expect: 100-continue}) or has said
   * nothing for a second. A server that answers at once does not get the body.
   */
  Request expectContinue();

  /** The status that makes the request a success; without it, every status below 400. */
  Request expect(int status);

  /**
   * Another condition on the response; if it does not hold, the request counts as failed.
   *
   * @param description what must hold, for the list of failures
   */
  Request check(String description, Predicate<Response> condition);

  /**
   * Sends the request and reads the whole response. A failure of any kind is counted and told by
   * {@link Response#ok()}; it never throws.
   */
  Response send();
}
