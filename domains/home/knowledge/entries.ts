/** What an entry of the knowledge holds, and the short constructors its tables are written with. */
import type { Bilingual, Evidence, RepairVerdict, Review, Severity, Species } from '../engine/assess-types.ts'

const desk: Review = { status: 'desk', on: '2026-11-21' }
const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** How severity follows the dose: `perGram` units of the substance in a gram of the food, thresholds per kg of body. */
export interface DoseScale {
  unit: 'mg' | 'g'
  perGram: number
  below: Severity
  steps: readonly { atLeast: number; severity: Severity; text: Bilingual }[]
}

export interface PetRule {
  species: Species[]
  severity: Severity
  evidence: Evidence
  action: PetActionId
  sources: string[]
  text: Bilingual
  scale?: DoseScale
}

export interface PetEntry {
  id: string
  name: Bilingual
  aliases: string[]
  review: Review
  rules: PetRule[]
}

export type PetActionId =
  | 'emergency'
  | 'call'
  | 'watch'
  | 'avoid'
  | 'rinse'
  | 'wash'
  | 'portion'
  | 'greens'
  | 'fine'
  | 'unknown'

const allSpecies: readonly Species[] = ['dog', 'cat', 'rabbit', 'guinea_pig', 'hamster', 'bird', 'ferret', 'horse']

/** `who`: species parted by spaces, or `all`. `sources`: ids parted by spaces. */
export const rule = (
  who: string,
  severity: Severity,
  evidence: Evidence,
  action: PetActionId,
  sources: string,
  ru: string,
  en: string,
  scale?: DoseScale,
): PetRule => ({
  species: who === 'all' ? [...allSpecies] : allSpecies.filter((species) => who.split(' ').includes(species)),
  severity,
  evidence,
  action,
  sources: sources.split(' '),
  text: { ru, en },
  ...(scale ? { scale } : {}),
})

/** `aliases`: other names and stubborn forms in both languages, parted by commas. */
export const pet = (id: string, ru: string, en: string, aliases: string, ...rules: PetRule[]): PetEntry => ({
  id,
  name: { ru, en },
  aliases: listed(aliases),
  review: desk,
  rules,
})

/** A class of household chemicals; `alone` is what holds for it whatever stands beside it. */
export interface ChemicalClass {
  id: string
  name: Bilingual
  review: Review
  alone: { severity: Severity; text: Bilingual; sources: string[] }
}

export const chemical = (
  id: string,
  ru: string,
  en: string,
  severity: Severity,
  sources: string,
  aloneRu: string,
  aloneEn: string,
): ChemicalClass => ({
  id,
  name: { ru, en },
  review: desk,
  alone: { severity, text: { ru: aloneRu, en: aloneEn }, sources: sources.split(' ') },
})

/** A name on a label or in speech and the classes it may contain; of several the strictest counts. */
export interface ProductName {
  id: string
  name: Bilingual
  aliases: string[]
  classes: string[]
}

export const product = (id: string, classes: string, ru: string, en: string, aliases = ''): ProductName => ({
  id,
  name: { ru, en },
  aliases: listed(aliases),
  classes: classes.split(' '),
})

export interface MixRule {
  id: string
  classes: [string, string]
  severity: Severity
  evidence: Evidence
  text: Bilingual
  forms?: Bilingual
  action: MixActionId
  sources: string[]
  review: Review
}

export type MixActionId = 'gas' | 'splash' | 'fire' | 'useless' | 'label' | 'fine'

export const mix = (
  one: string,
  other: string,
  severity: Severity,
  evidence: Evidence,
  action: MixActionId,
  sources: string,
  ru: string,
  en: string,
  forms?: Bilingual,
): MixRule => ({
  id: `${one}+${other}`,
  classes: [one, other],
  severity,
  evidence,
  action,
  sources: sources.split(' '),
  text: { ru, en },
  review: desk,
  ...(forms ? { forms } : {}),
})

export interface RepairEntry {
  id: string
  title: Bilingual
  verdict: RepairVerdict
  /** Phrases that name the topic: every word must be there, in any order; `|` parts alternatives of a word. */
  match: string[]
  /** A hazard that decides whatever else the topic holds. */
  hazard: boolean
  emergency: boolean
  steps: Bilingual[]
  tools: Bilingual[]
  stopRules: Bilingual[]
  followUp: { text: Bilingual; afterDays: number } | null
  sources: string[]
  review: Review
}

/** One sentence in Russian and in English. */
export const t = (ru: string, en: string): Bilingual => ({ ru, en })

export const repair = (
  entry: Omit<RepairEntry, 'review' | 'hazard' | 'emergency' | 'match' | 'sources' | 'followUp'> & {
    match: string
    sources: string
    hazard?: true
    emergency?: true
    followUp?: { text: Bilingual; afterDays: number }
  },
): RepairEntry => ({
  ...entry,
  match: listed(entry.match),
  sources: entry.sources.split(' '),
  hazard: entry.hazard ?? false,
  emergency: entry.emergency ?? false,
  followUp: entry.followUp ?? null,
  review: desk,
})
