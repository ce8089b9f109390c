import { createReadStream } from 'node:fs'

/**
 * An iCalendar file cut into its components, one in memory at a time. It is read as bytes (latin1) until lines are
 * unfolded: some programs fold in the middle of a character (RFC 5545 3.1).
 */
export type Block =
  | { type: 'event'; line: number; lines: string[]; cancel: boolean; bytes: number }
  | { type: 'zone'; lines: string[] }
  | { type: 'other'; bytes: number }
  | { type: 'broken'; line: number; why: 'import_unfinished' | 'import_too_big'; bytes: number }
  | { type: 'calendar' }

/** Everything else in an event (attendees, alarms, attachments, other programs' own) is never even looked at. */
const KEPT = new Set([
  'UID',
  'SEQUENCE',
  'DTSTAMP',
  'LAST-MODIFIED',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'STATUS',
  'TRANSP',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
])
const MAX_LINE = 256 * 1_024
const MAX_BLOCK = 512 * 1_024

interface Line {
  number: number
  text: string
  bytes: number
}

/** Unfolded lines with the number of their first physical line, from 1. A line beyond all measure comes out empty. */
async function* unfolded(path: string): AsyncGenerator<Line> {
  let number = 0
  let bytes = 0
  let rest = ''
  let dropped = false
  let open: Line | null = null
  const take = function* (raw: string): Generator<Line> {
    number += 1
    bytes += raw.length + 1
    const text = (number === 1 ? raw.replace(/^\u00EF\u00BB\u00BF/, '') : raw).replace(/\r$/, '')
    if (open && /^[ \t]/.test(text)) {
      open.text = open.text.length > MAX_LINE ? open.text : open.text + text.slice(1)
      return
    }
    if (open) yield { ...open, bytes }
    open = { number, text, bytes }
  }
  for await (const chunk of createReadStream(path, { encoding: 'latin1' })) {
    const parts = (rest + String(chunk)).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      yield* take(dropped ? '' : part)
      dropped = false
    }
    if (rest.length > MAX_LINE) {
      dropped = true
      rest = ''
    }
  }
  if (rest !== '' && !dropped) yield* take(rest)
  const last = open as Line | null
  if (last) yield last
}

const decoded = (text: string): string => Buffer.from(text, 'latin1').toString('utf8')
const nameOf = (text: string): string => /^[^:;]*/.exec(text)?.[0].trim().toUpperCase() ?? ''
const kindOf = (text: string): string =>
  text
    .slice(text.indexOf(':') + 1)
    .trim()
    .toUpperCase()

interface Open {
  kind: string
  line: number
  lines: string[]
  size: number
  /** How many components inside this one are open. */
  inside: number
}

/** The components of a file that matter, in order. */
export async function* blocksOf(path: string): AsyncGenerator<Block> {
  let open: Open | null = null
  let cancel = false
  const broken = ({ line }: Open, why: 'import_unfinished' | 'import_too_big', bytes: number): Block => ({
    type: 'broken',
    line,
    why,
    bytes,
  })
  let bytes = 0
  for await (const { number, text, bytes: read } of unfolded(path)) {
    bytes = read
    const name = nameOf(text)
    const kind = name === 'BEGIN' || name === 'END' ? kindOf(text) : ''
    if (!open) {
      if (name === 'BEGIN' && kind === 'VCALENDAR') {
        cancel = false
        yield { type: 'calendar' }
      } else if (name === 'METHOD') cancel = kindOf(text) === 'CANCEL'
      else if (name === 'BEGIN') open = { kind, line: number, lines: [], size: 0, inside: 0 }
      continue
    }
    const cut = (name === 'BEGIN' && kind === 'VEVENT') || (name === 'END' && kind === 'VCALENDAR')
    if (cut && open.kind === 'VEVENT') {
      yield broken(open, 'import_unfinished', bytes)
      open = name === 'BEGIN' ? { kind, line: number, lines: [], size: 0, inside: 0 } : null
    } else if (name === 'END' && kind === open.kind && open.inside === 0) {
      yield* closed(open, cancel, bytes)
      open = null
    } else keep(open, name, text)
  }
  if (open?.kind === 'VEVENT') yield broken(open, 'import_unfinished', bytes)
}

function* closed(open: Open, cancel: boolean, bytes: number): Generator<Block> {
  const { kind, line, size } = open
  if (kind === 'VEVENT' && size > MAX_BLOCK) yield { type: 'broken', line, why: 'import_too_big', bytes }
  else if (kind === 'VEVENT') yield { type: 'event', line, lines: open.lines.map(decoded), cancel, bytes }
  else if (kind === 'VTIMEZONE' && size <= MAX_BLOCK) yield { type: 'zone', lines: open.lines.map(decoded) }
  else if (kind === 'VTODO' || kind === 'VJOURNAL') yield { type: 'other', bytes }
}

const keep = (open: Open, name: string, text: string): void => {
  const whole = open.kind === 'VTIMEZONE'
  const nested = open.inside > 0
  if (name === 'BEGIN') open.inside += 1
  if (name === 'END') open.inside -= 1
  if (!whole && (nested || open.kind !== 'VEVENT' || !KEPT.has(name))) return
  open.size += text.length
  if (open.size <= MAX_BLOCK) open.lines.push(text)
}
