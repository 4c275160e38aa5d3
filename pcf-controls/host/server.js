// Shows the built controls on a page of its own, to people and to tests, from this machine only.
const { createReadStream, statSync } = require('node:fs');
const { createServer } = require('node:http');
const { dirname, extname, join, normalize, sep } = require('node:path');

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.resx': 'text/xml',
  '.xml': 'text/xml',
};
/** A control gets no network: what it asks for outside this page's files, the browser refuses. */
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'";

/** The file for a path: compiled modules name each other without their ending. */
function fileOf(roots, path) {
  const [prefix, root] = Object.entries(roots).find(([start]) => path.startsWith(start)) ?? [];
  if (prefix === undefined) return undefined;
  const file = normalize(join(root, path.slice(prefix.length)));
  if (!file.startsWith(normalize(root) + sep)) return undefined;
  return [file, `${file}.js`].find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
}

/**
 * Starts the server on loopback.
 * @param {{ controls: string, modules: string, port: number }} places the built controls, the compiled modules of the
 *   page, and the port, 0 for any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} a refused port rejects
 */
function startHost({ controls, modules, port }) {
  const roots = {
    '/controls/': controls,
    '/modules/': modules,
    '/platform/': join(dirname(require.resolve('pcf-start/package.json')), 'lib'),
    '/': __dirname,
  };
  const server = createServer((request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?');
    const file = fileOf(roots, pathname === '/' ? '/index.html' : pathname);
    if (request.method !== 'GET' || file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`${pathname} is not there.`);
      return;
    }
    response.writeHead(200, {
      'content-type': `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`,
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const close = () =>
        new Promise((closed) => {
          server.close(closed);
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${server.address().port}/`, close });
    });
  });
}

module.exports = { startHost };
