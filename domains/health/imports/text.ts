// Tables as text: their encoding and their separator, told from the first bytes.
import { Transform } from 'node:stream'

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1251'

/** What the bytes are written in. Russian tables that are not UTF-8 come from Windows. */
export const encodingOf = (head: Uint8Array): Encoding => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1251'
  }
}

export const decodeHead = (head: Uint8Array): string => new TextDecoder(encodingOf(head)).decode(head, { stream: true })

/** Bytes to text, without the mark at the start. */
export const decoding = (encoding: Encoding): Transform => {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    readableObjectMode: false,
    decodeStrings: false,
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }))
    },
    flush(done) {
      done(null, decoder.decode())
    },
  })
}

/** The separator that most lines have most often, outside quotes. */
export const separatorOf = (text: string): string => {
  const lines = text
    .split(/\r?\n/u)
    .slice(0, 10)
    .map((line) => line.replace(/"[^"]*"/gu, ''))
  const count = (sign: string): number => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0)
  const [best] = ['\t', ';', ','].map((sign) => ({ sign, count: count(sign) })).sort((a, b) => b.count - a.count)
  // A decimal comma makes commas of a table that is separated by semicolons.
  if (count(';') >= lines.filter((line) => line !== '').length) return ';'
  return best && best.count > 0 ? best.sign : ','
}

/** `1 234,5`, `72.4`, `98 %` as a number; NaN when it is none. */
export const readNumber = (cell: string): number => {
  const plain = cell.replace(/[\s\u00a0\u202f]/gu, '').replace(/%$/u, '')
  if (!/^[+-]?\d+([.,]\d+)?$/u.test(plain) && !/^\d{1,3}(,\d{3})+(\.\d+)?$/u.test(plain)) return Number.NaN
  const decimal = /^\d{1,3}(,\d{3})+\.\d+$/u.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.')
  return Number(decimal)
}

/** A count: `10,250`, `10.250` and `10 250` are all ten thousand. */
export const readCount = (cell: string): number => {
  const plain = cell.replace(/[\s\u00a0\u202f]/gu, '')
  return /^\d{1,3}([.,]\d{3})+$/u.test(plain) ? Number(plain.replace(/[.,]/gu, '')) : readNumber(plain)
}
