import type { HttpAnswer, HttpRequest } from '../../../proxy/src/commerce/http-attempt';
import { createHttpTransport, type Transport } from '../../../proxy/src/commerce/transport';

/** One request as it was sent and the whole answer to it. */
export interface Spoken {
  request: HttpRequest;
  answer: HttpAnswer;
}

/** A transport over HTTP that keeps what was said; calls without a complete answer leave nothing. */
export function recordedTransport(baseUrl: string, heard: Spoken[]): Transport {
  const transport = createHttpTransport(baseUrl);
  return {
    async send(request, timeoutMs, caller) {
      const answer = await transport.send(request, timeoutMs, caller);
      heard.push({ request, answer });
      return answer;
    },
    close: () => transport.close(),
  };
}
