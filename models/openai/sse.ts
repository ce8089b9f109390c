import { StringDecoder } from 'node:string_decoder'

export interface SseParser {
  /** Takes the next bytes, cut anywhere: inside a character, a line or an event. */
  push(bytes: Buffer): void
}

/**
 * Reads server-sent events and gives the data of each (WHATWG HTML, 9.2.6): lines end with LF, CRLF or CR, several data lines are
 * one text, comments and other fields are ignored. An event that was not ended by an empty line is not given.
 */
export const createSseParser = (onData: (data: string) => void): SseParser => {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let data: string | null = null
  let afterCr = false
  let started = false

  const takeLine = (line: string): void => {
    if (line === '') {
      const complete = data
      data = null
      if (complete !== null) onData(complete)
    } else if (line.startsWith('data:')) {
      const value = line.charCodeAt(5) === 32 ? line.slice(6) : line.slice(5)
      data = data === null ? value : `${data}\n${value}`
    } else if (line === 'data') {
      data = data === null ? '' : `${data}\n`
    }
  }

  return {
    push(bytes) {
      let text = decoder.write(bytes)
      if (text === '') return
      if (!started && text.charCodeAt(0) === 0xfeff) text = text.slice(1)
      started = true
      // A CR at the end of one read and the LF at the beginning of the next are one line end.
      if (afterCr && text.charCodeAt(0) === 10) text = text.slice(1)
      afterCr = text === '' ? false : text.charCodeAt(text.length - 1) === 13
      // Only new bytes are searched, so that a long line in small pieces costs what it is long.
      const lines = text.split(/\r\n|\n|\r/u)
      lines[0] = rest + (lines[0] ?? '')
      rest = lines.pop() ?? ''
      for (const line of lines) takeLine(line)
    },
  }
}
