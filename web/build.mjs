// Bundles, minifies, hashes and compresses the front end: node build.mjs OUT
// esbuild and htmx are looked up from the working directory, where `npm ci` ran; the source tree stays clean.
// OUT gets each file as `name.<hash>.ext`, with `.gz` and `.br` beside it but for fonts, which are packed already, and `assets.rs`, the table that the platform embeds.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const web = dirname(fileURLToPath(import.meta.url)), out = resolve(process.argv[2] ?? 'dist');
const modules = join(process.cwd(), 'node_modules');
const { build } = createRequire(join(process.cwd(), 'package.json'))('esbuild');

const TYPES = { '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.woff2': 'font/woff2' };
const sheets = { 'desk.css': ['tokens', 'base', 'components', 'desk', 'extra'], 'public.css': ['tokens', 'base', 'components', 'public', 'extra'], 'portal.css': ['tokens', 'base', 'components', 'public', 'extra', 'portal'], 'inter.css': ['inter'] };
const shared = { bundle: true, minify: true, write: false, legalComments: 'none', charset: 'utf8', logLevel: 'warning' };

async function sheet(parts) {
  const contents = parts.map(part => `@import "./${part}.css";`).join('\n');
  const { outputFiles } = await build({ ...shared, target: 'esnext', external: ['/assets/*'], stdin: { contents, loader: 'css', resolveDir: join(web, 'styles') } });
  // Pictures and fonts named in styles get their hash, so that they can be cached for ever like the rest.
  return Buffer.from(outputFiles[0].text.replaceAll(/\/assets\/([a-z-]+\.(?:svg|woff2))/g, (_, name) => `/assets/${hashed(name, files.get(name))}`));
}

async function script(entry) {
  const { outputFiles } = await build({ ...shared, target: 'es2022', format: 'iife', entryPoints: [join(web, 'js', entry)], nodePaths: [modules] });
  return outputFiles[0].contents;
}

/** The licence of everything that is bundled, since the bundle carries no comments. */
function licences() {
  const { dependencies } = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));
  const parts = Object.keys(dependencies).sort().map(name => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${readFileSync(join(modules, name, 'LICENSE'), 'utf8').trim()}\n`;
  });
  return Buffer.from(`Tillit's pages contain the following software.\n\n${parts.join('\n')}`);
}

const digest = bytes => createHash('sha256').update(bytes).digest('hex').slice(0, 12);
/** The name under which a file is served. Texts for people keep theirs. */
function hashed(name, bytes) {
  const ext = extname(name);
  return ext === '.txt' ? name : `${name.slice(0, -ext.length)}.${digest(bytes)}${ext}`;
}

const files = new Map();
for (const name of ['icons.svg', 'select.svg']) files.set(name, readFileSync(join(web, name)));
// Inter in all weights, in two parts: western Europe, and the rest of Latin, which a browser fetches when a name needs it.
for (const part of ['latin', 'latin-ext']) files.set(`inter-${part}.woff2`, readFileSync(join(modules, '@fontsource-variable/inter/files', `inter-${part}-wght-normal.woff2`)));
for (const [name, parts] of Object.entries(sheets)) files.set(name, await sheet(parts));
for (const name of ['desk.js', 'help.js', 'live-worker.js', 'request.js', 'zone.js']) files.set(name, await script(name));
files.set('licences.txt', licences());

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const rows = [];
for (const [name, plain] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const file = hashed(name, plain), packed = name.endsWith('.woff2') ? {} : {
    gz: gzipSync(plain, { level: 9 }),
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  };
  writeFileSync(join(out, file), plain);
  for (const [end, bytes] of Object.entries(packed)) writeFileSync(join(out, `${file}.${end}`), bytes);
  const bytes = ['', 'gz', 'br'].map(end => (end && !packed[end] ? '&[]' : `include_bytes!("${file}${end && `.${end}`}")`));
  rows.push(`Asset { name: "${name}", path: "/assets/${file}", kind: "${TYPES[extname(name)]}", digest: "${digest(plain)}", plain: ${bytes[0]}, gzip: ${bytes[1]}, brotli: ${bytes[2]} },\n`);
  console.log(`${file} ${plain.length} gzip ${packed.gz?.length ?? '-'} brotli ${packed.br?.length ?? '-'}`);
}
writeFileSync(join(out, 'assets.rs'), `&[\n${rows.join('')}]\n`);
