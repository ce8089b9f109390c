import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSseParser } from './sse.ts'

const read = (...pieces: (string | Buffer)[]): string[] => {
  const seen: string[] = []
  const parser = createSseParser((data) => seen.push(data))
  for (const piece of pieces) parser.push(Buffer.from(piece))
  return seen
}

test.each([
  ['LF', 'data: a\n\ndata: b\n\n', ['a', 'b']],
  ['CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
  ['CR', 'data: a\r\rdata: b\r\r', ['a', 'b']],
  ['several data lines', 'data: a\ndata: b\n\n', ['a\nb']],
  ['only one space is not data', 'data:  a\n\ndata:b\n\n', [' a', 'b']],
  ['empty data', 'data\n\ndata:\n\n', ['', '']],
  ['comments and other fields', ': ping\nevent: x\nid: 1\nretry: 5\ndata: a\n\n: ping\n\n', ['a']],
  ['a byte order mark', '\ufeffdata: a\n\n', ['a']],
  ['an event without its end', 'data: a\n\ndata: b\n', ['a']],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('a CR and its LF in two reads are one line end', () => {
  expect(read('data: a\r', '\ndata: b\r', '\n\r', '\n')).toEqual(['a\nb'])
})

test('bytes may be cut anywhere', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n]/gu, ' '))
  const property = fc.property(
    fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.array(fc.nat(400), { maxLength: 40 }),
    (events, end, cuts) => {
      const bytes = Buffer.from(
        events.map((lines) => lines.map((text) => `data: ${text}${end}`).join('') + end).join(''),
      )
      const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
      const pieces = places.slice(1).map((place, index) => bytes.subarray(places[index], place))
      expect(read(...pieces)).toEqual(events.map((lines) => lines.join('\n')))
    },
  )
  fc.assert(property, { numRuns: 300 })
})
