// Walks through an XML file: elements by their local names, texts of leaves.
import { SaxesParser } from 'saxes'
import { AppError } from '../../../core/errors.ts'
import { broken } from './activity.ts'

export interface Walk {
  /** Names from the root, without prefixes: `['gpx', 'trk', 'trkseg', 'trkpt']`. */
  open(path: readonly string[], attributes: Readonly<Record<string, string>>): void
  /** `text` is trimmed; of an element with children it is what stands between them. */
  close(path: readonly string[], text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
const PIECE = 1 << 16
const DEEPEST = 64

/** Throws AppError `invalid` when the file is not whole, or declares entities: no format here has any. */
export const walkXml = (text: string, walk: Walk): void => {
  const parser = new SaxesParser()
  const path: string[] = []
  const texts: string[] = []
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/iu.test(doctype)) throw broken('entities')
  })
  parser.on('opentag', (tag) => {
    path.push(local(tag.name))
    texts.push('')
    if (path.length > DEEPEST) throw broken('bad_xml')
    walk.open(path, tag.attributes as Record<string, string>)
  })
  const onText = (part: string): void => {
    const at = texts.length - 1
    if (at >= 0) texts[at] = (texts[at] ?? '') + part
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    walk.close(path, (texts.pop() ?? '').trim())
    path.pop()
  })
  try {
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE))
    parser.close()
  } catch (error) {
    throw error instanceof AppError ? error : broken('bad_xml', {}, error)
  }
}

/** A number of an element or attribute, null when there is none. */
export const numberOf = (text: string | undefined): number | null => {
  const value = text === undefined || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : null
}

/** `2026-03-18T07:10:00Z` in epoch milliseconds. A time without a zone is UTC, as both formats prescribe. */
export const timeOf = (text: string): number => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(text)) return Number.NaN
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/iu.test(text) ? text : `${text}Z`)
}

/** Degrees within the globe; zero in both is a receiver without a fix. */
export const placeOf = (
  latitude: number | null,
  longitude: number | null,
): { latitude: number; longitude: number } | null => {
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** A count that a device writes as 0 when its sensor is not there. */
export const measured = (value: number | null): number | null =>
  value === null || value <= 0 ? null : Math.round(value)
