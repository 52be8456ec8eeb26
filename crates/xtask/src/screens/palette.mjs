// Rewrites PNG files of 8-bit RGB(A) with a palette of at most 256 colours: a third of the size, and our flat pages
// look the same. Node.js is needed for the build anyway, and brings the compression.
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

function decode(png) {
  let width, height, step, data = [];
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at), type = png.toString('latin1', at + 4, at + 8), body = png.subarray(at + 8, at + 8 + size);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      step = { 2: 3, 6: 4 }[body[9]];
      if (body[8] !== 8 || !step || body[12]) return null; // done already, or none of ours
    }
    if (type === 'IDAT') data.push(body);
    at += size + 12;
  }
  const raw = inflateSync(Buffer.concat(data)), line = width * step, pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const i = y * line + x, left = x < step ? 0 : pixels[i - step], up = y ? pixels[i - line] : 0;
      const corner = y && x >= step ? pixels[i - line - step] : 0, p = left + up - corner;
      const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      pixels[i] = raw[y * (line + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth][filter];
    }
  }
  return { width, height, step, pixels };
}

/** Median cut: the box with the widest range is cut at its middle pixel until there are enough. */
function palette(counts) {
  const boxes = [[...counts].map(([key, n]) => ({ c: [key >> 16, key >> 8 & 255, key & 255], n, key }))];
  const range = box => [0, 1, 2].map(i => Math.max(...box.map(e => e.c[i])) - Math.min(...box.map(e => e.c[i])));
  const weigh = box => box.length < 2 ? 0 : Math.max(...range(box)) * Math.log2(1 + box.reduce((sum, e) => sum + e.n, 0));
  const weights = [weigh(boxes[0])];
  while (boxes.length < 256) {
    const index = weights.indexOf(Math.max(...weights));
    if (!weights[index]) break;
    const box = boxes[index], spread = range(box), axis = spread.indexOf(Math.max(...spread));
    box.sort((one, other) => one.c[axis] - other.c[axis]);
    const cut = box.length >> 1, parts = [box.slice(0, cut), box.slice(cut)];
    boxes.splice(index, 1, ...parts);
    weights.splice(index, 1, ...parts.map(weigh));
  }
  const of = new Map();
  const colours = boxes.map((box, index) => {
    const most = box.reduce((one, other) => other.n > one.n ? other : one); // large flat areas keep their colour
    box.forEach(e => of.set(e.key, index));
    return most.c;
  });
  return { colours, of };
}

function chunk(type, body) {
  const head = Buffer.from(type, 'latin1'), size = Buffer.alloc(4), sum = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(body, crc32(head)));
  return Buffer.concat([size, head, body, sum]);
}

function encode({ width, height, step, pixels }) {
  const key = i => pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2], counts = new Map();
  for (let i = 0; i < pixels.length; i += step) counts.set(key(i), (counts.get(key(i)) ?? 0) + 1);
  const { colours, of } = palette(counts), lines = Buffer.alloc((width + 1) * height), header = Buffer.alloc(13);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = of.get(key((y * width + x) * step));
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

for (const file of process.argv.slice(2)) {
  const image = decode(readFileSync(file));
  if (image) writeFileSync(file, encode(image));
}
