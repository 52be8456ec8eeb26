// A SharedWorker: one stream for all tabs of a browser, since HTTP/1.1 allows six connections a host
// in all tabs together. It tells every tab by a channel named, like itself, after the signed-in person.
import { stream } from './stream.js';

const KEEP = 15_000; // a page that is just loading asks for the names it missed
const wire = new BroadcastChannel(self.name);
let recent = [], up = false;

const line = stream(name => {
  const now = Date.now();
  recent = [...recent.filter(([, at]) => now - at < KEEP), [name, now]];
  wire.postMessage({ name });
}, state => { up = state; wire.postMessage({ up }); });

self.onconnect = e => {
  const port = e.ports[0];
  port.onmessage = ({ data }) => {
    if (data.close) { line.close(); wire.close(); self.close(); return; }
    port.postMessage({ up });
    for (const name of new Set(recent.filter(([, at]) => at >= data.since).map(([name]) => name))) port.postMessage({ name });
  };
};
