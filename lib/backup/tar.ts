/** One file of an archive; what it holds is read once, in order. */
export type TarEntry = { name: string; size: number; body: AsyncIterable<Buffer> };

/** What is wrong with an archive, as a word for the sentence that tells it. */
export class TarError extends Error {
  override name = 'TarError';
}

const blockSize = 512;
const end = Buffer.alloc(2 * blockSize);

/** The format that every `tar` opens (POSIX ustar; names that it has no room for in pax headers). */
export async function* writeTar(entries: AsyncIterable<TarEntry>, mtime: Date): AsyncGenerator<Buffer> {
  for await (const { name, size, body } of entries) {
    yield* headersOf(name, size, mtime);
    let written = 0;
    for await (const chunk of body) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new Error(`${name} changed while it was read`);
    yield padding(size);
  }
  yield end;
}

const padding = (size: number) => Buffer.alloc((blockSize - (size % blockSize)) % blockSize);

function* headersOf(name: string, size: number, mtime: Date): Generator<Buffer> {
  const fits = Buffer.byteLength(name) <= 100 && /^[\x20-\x7e]*$/.test(name) && size < 8 ** 11;
  if (!fits) {
    const records = Buffer.concat([paxRecord('path', name), paxRecord('size', String(size))]);
    yield header('pax', records.length, mtime, 'x');
    yield Buffer.concat([records, padding(records.length)]);
  }
  yield header(fits ? name : 'long-name', fits ? size : Math.min(size, 8 ** 11 - 1), mtime, '0');
}

/** `length key=value\n`, whose length counts its own digits. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return Buffer.from(`${length} ${key}=${value}\n`);
}

function header(name: string, size: number, mtime: Date, type: '0' | 'x'): Buffer {
  const block = Buffer.alloc(blockSize);
  const octal = (value: number, place: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, place, 'latin1');
  block.write(name, 0, 100, 'latin1');
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(mtime.getTime() / 1000), 136, 12);
  block.write(`        ${type}`, 148, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  octal(checksum(block), 148, 7);
  return block;
}

const checksum = (block: Buffer) => block.reduce((sum, byte) => sum + byte, 0);

/** The files of an archive in their order. What of a body is not read is passed over. Throws `TarError`. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const input = new Input(source);
  let pax: Map<string, string> | undefined;
  for (;;) {
    const block = await input.exactly(blockSize);
    if (block.every((byte) => byte === 0)) break;
    const { name, size, type } = parseHeader(block);
    if (type === 'x') {
      if (size > 1024 * 1024) throw new TarError('damaged');
      pax = parsePax(await input.exactly(size));
      await input.exactly(padding(size).length);
      continue;
    }
    const entry = { name: pax?.get('path') ?? name, size: Number(pax?.get('size') ?? size) };
    pax = undefined;
    const body = input.chunks(entry.size);
    if (type === '0' || type === '\0') yield { ...entry, body };
    for await (const _ of body);
    await input.exactly(padding(entry.size).length);
  }
  await input.drain();
}

function parseHeader(block: Buffer) {
  const text = (place: number, length: number) =>
    block.toString('latin1', place, place + length).replace(/\0.*$/s, '');
  const blank = Buffer.from(block).fill(' ', 148, 156);
  if (Number.parseInt(text(148, 8), 8) !== checksum(blank)) throw new TarError('foreign');
  return { name: text(0, 100), size: Number.parseInt(text(124, 12), 8), type: text(156, 1) || '\0' };
}

function parsePax(records: Buffer): Map<string, string> {
  const values = new Map<string, string>();
  for (let place = 0; place < records.length; ) {
    const space = records.indexOf(' ', place);
    const length = Number(records.toString('latin1', place, space));
    if (!(space > place && length > 0)) throw new TarError('damaged');
    const record = records.toString('utf8', space + 1, place + length - 1);
    values.set(record.slice(0, record.indexOf('=')), record.slice(record.indexOf('=') + 1));
    place += length;
  }
  return values;
}

/** A stream that is read by numbers of bytes. */
class Input {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async exactly(size: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.chunks(size)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async *chunks(size: number): AsyncGenerator<Buffer> {
    for (let missing = size; missing > 0; ) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const chunk = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(chunk.length);
      missing -= chunk.length;
      yield chunk;
    }
  }

  /** To the end, where a compressed stream tells whether it was whole. */
  async drain(): Promise<void> {
    while (!(await this.#source.next()).done);
  }

  async #next(): Promise<Buffer> {
    const { value, done } = await this.#source.next();
    if (done) throw new TarError('truncated');
    return value;
  }
}
