import { UsageError } from '../cli/command';

/**
 * The address of an environment as its Web API begins, without a slash at the end.
 * @throws {UsageError} when it is none; only a stand-in on this machine may do without TLS
 */
export function environmentAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (
    url === undefined ||
    !(url.protocol === 'https:' || isHere) ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.username !== ''
  )
    throw new UsageError(`${text} is no address of an environment. Write it as https://contoso.crm4.dynamics.com.`);
  return url.origin;
}
