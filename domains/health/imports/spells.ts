// Nights of one device, worked out anew from its pieces around a stretch of time.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import type { Instant, LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { readSleep } from '../engine/sleep.ts'
import { type Import, importedSpells, insertSpell, piecesBetween, removeSpells } from '../repository/imports.ts'
import type { SleepRow } from '../repository/sleep.ts'
import { GAP_MS, type Interval, type NightSpell, type Piece, spellsOf } from './nights.ts'
import type { SleepStage } from './rows.ts'

interface Stretch {
  device: string
  from: Date
  to: Date
}
type Held = Piece & { importId: string }

/** A chain of pieces longer than this many widenings is no sleep; what is known by then is used. */
const MOST_WIDENINGS = 12

/** All pieces that may belong to one sleep with what lies in the stretch. */
const chainAround = async (tx: Tx, given: Import, { device, from, to }: Stretch): Promise<Held[]> => {
  let [low, high] = [from.getTime(), to.getTime()]
  let pieces: Held[] = []
  for (let turn = 0; turn < MOST_WIDENINGS; turn += 1) {
    const place = { source: given.source, device, from: new Date(low - GAP_MS), to: new Date(high + GAP_MS) }
    const rows = await piecesBetween(tx, given.userId, place)
    pieces = rows.map((row) => ({
      stage: row.stage as SleepStage,
      start: row.start.getTime(),
      end: row.end.getTime(),
      importId: row.importId,
    }))
    const first = Math.min(low, ...pieces.map(({ start }) => start))
    const last = Math.max(high, ...pieces.map(({ end }) => end))
    if (first === low && last === high) break
    low = first
    high = last
  }
  return pieces
}

/** Day of waking and whether it is a nap; null for what cannot be one sleep, such as longer than a day. */
const placed = (spell: NightSpell, now: Instant, zone: string): { localDate: LocalDate; nap: boolean } | null => {
  const ends = { start: new Date(spell.start).toISOString(), end: new Date(spell.end).toISOString() }
  try {
    return readSleep(ends, new Date(Math.max(now.getTime(), spell.end)), zone)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const rowOf = (spell: NightSpell, given: Import, device: string, importId: string): SleepRow | null => {
  const place = placed(spell, given.now, given.timeZone)
  if (!place) return null
  return {
    id: newId(),
    startedAt: new Date(spell.start),
    endedAt: new Date(spell.end),
    localDate: place.localDate,
    timeZone: given.timeZone,
    minutes: spell.minutes,
    nap: place.nap,
    quality: null,
    stages: spell.stages,
    note: null,
    source: given.source,
    sourceKey: `${device}|${spell.start}`,
    device,
    details: {},
    importId,
    revision: importId,
    createdAt: given.now,
    updatedAt: given.now,
    deletedAt: null,
  }
}

const overlap = (a: SleepRow, b: SleepRow): boolean =>
  a.sourceKey === b.sourceKey ||
  ((a.startedAt?.getTime() ?? 0) < (b.endedAt?.getTime() ?? 0) &&
    (b.startedAt?.getTime() ?? 0) < (a.endedAt?.getTime() ?? 0))

const told = (row: SleepRow): string =>
  JSON.stringify([row.startedAt, row.endedAt, row.minutes, row.sourceKey, ...Object.entries(row.stages ?? {}).sort()])

export interface Rebuilt {
  /** Ids of sleep rows. */
  created: string[]
  changed: string[]
  same: string[]
  /** When somebody was in bed and nothing tells whether they slept, in the whole stretch looked at. */
  inBedOnly: Interval[]
  looked: { from: Date; to: Date }
}

/** What has to be stored so that the wanted rows stand where the held ones do. */
const compare = (
  wanted: readonly SleepRow[],
  held: readonly SleepRow[],
): Omit<Rebuilt, 'inBedOnly' | 'looked'> & { store: SleepRow[]; gone: string[] } => {
  const touched = held.filter((row) => row.revision !== row.importId || row.deletedAt !== null)
  const free = held.filter((row) => !touched.includes(row))
  const created: string[] = []
  const changed: string[] = []
  const same: string[] = []
  const store: SleepRow[] = []
  const kept = new Set<string>()
  for (const row of wanted) {
    const own = touched.find((other) => overlap(row, other))
    const before = own ?? free.find((other) => !kept.has(other.id) && overlap(row, other))
    if (!before) {
      store.push(row)
      created.push(row.id)
      continue
    }
    kept.add(before.id)
    if (own || told(before) === told(row)) same.push(before.id)
    else {
      store.push({ ...row, id: before.id, createdAt: before.createdAt })
      changed.push(before.id)
    }
  }
  const gone = free.filter(({ id }) => !same.includes(id)).map(({ id }) => id)
  return { created, changed, same, store, gone }
}

/**
 * Makes the imported sleep of a device in and around the stretch be what its pieces say. A night that the person changed
 * or deleted stays as they left it.
 */
export const rebuildSpells = async (tx: Tx, given: Import, stretch: Stretch): Promise<Rebuilt> => {
  const pieces = await chainAround(tx, given, stretch)
  const { spells, inBedOnly } = spellsOf(pieces)
  // After an import was taken back, what is left belongs to the imports that its pieces came with.
  const mine = pieces.some(({ importId }) => importId === given.id)
  const ownerOf = ({ start }: NightSpell): string =>
    mine ? given.id : (pieces.find((piece) => piece.start >= start)?.importId ?? given.id)
  const wanted = spells
    .map((spell) => rowOf(spell, given, stretch.device, ownerOf(spell)))
    .filter((row) => row !== null)
  const looked = {
    from: new Date(Math.min(stretch.from.getTime(), ...pieces.map(({ start }) => start))),
    to: new Date(Math.max(stretch.to.getTime(), ...pieces.map(({ end }) => end))),
  }
  const place = { source: given.source, device: stretch.device, ...looked, keys: wanted.map((row) => row.sourceKey) }
  const held = await importedSpells(tx, given.userId, place)
  const { store, gone, ...result } = compare(wanted, held)
  await removeSpells(tx, given.userId, gone)
  for (const row of store) await insertSpell(tx, given.userId, row)
  return { ...result, inBedOnly, looked }
}
