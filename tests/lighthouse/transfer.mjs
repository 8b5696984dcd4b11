// What a visit transfers: as DevTools count it per file, and as a relay counts it on the wire, with headers and the circuit's socket.
import { connect, createServer } from 'node:net';

const quiet = 2000;

/** A visit with an empty cache, and then another page. */
export async function visits(browser, address, first, second) {
  const relay = await openRelay(new URL(address));
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    const counter = await countFiles(page);
    const visit = async (where, hasChart) => {
      const before = relay.bytes();
      const files = counter.startAgain();
      await page.goto(relay.address + where, { waitUntil: 'networkidle0' });
      if (hasChart) {
        await page.waitForSelector('.js-plotly-plot .main-svg', { timeout: 30_000 });
      }

      await page.waitForNetworkIdle({ idleTime: quiet });
      return { where, files, bytes: files.reduce((sum, file) => sum + file.bytes, 0), wire: relay.bytes() - before };
    };
    return [await visit(first, true), await visit(second, false)];
  } finally {
    relay.close();
  }
}

/** Counts the encoded bytes of every answer; one from the browser's own cache has none. */
async function countFiles(page) {
  const session = await page.createCDPSession();
  const addresses = new Map();
  let files = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { protocol, pathname } = new URL(addresses.get(requestId));
    if (protocol !== 'data:') {
      files.push({ address: pathname, bytes: encodedDataLength });
    }
  });
  await session.send('Network.enable');
  return { startAgain: () => files = [] };
}

/** Passes all on and counts what comes back. */
function openRelay(target) {
  let bytes = 0;
  const sockets = new Set();
  const server = createServer(reader => {
    const program = connect(Number(target.port), target.hostname);
    program.on('data', part => bytes += part.length);
    reader.pipe(program).pipe(reader);
    for (const [socket, other] of [[reader, program], [program, reader]]) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  const close = () => {
    sockets.forEach(socket => socket.destroy());
    server.close();
  };
  return new Promise(resolve => server.listen(0, '127.0.0.1', () =>
    resolve({ address: `http://127.0.0.1:${server.address().port}`, bytes: () => bytes, close })));
}
