import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Catalog, Messages } from '../core/messages.ts'

const catalogFile = z.record(z.string(), z.string())

/** Joins the `messages.*.json` of these folders. Throws when a key stands twice or lacks one of the languages. */
export const loadMessages = (folders: readonly URL[]): Messages => {
  const catalogs = { ru: {} as Catalog, en: {} as Catalog }
  for (const folder of folders) {
    for (const lang of ['ru', 'en'] as const) {
      const file = new URL(`messages.${lang}.json`, folder)
      if (!existsSync(file)) continue
      for (const [key, text] of Object.entries(catalogFile.parse(JSON.parse(readFileSync(file, 'utf8'))))) {
        if (Object.hasOwn(catalogs[lang], key)) throw new Error(`message ${key} (${lang}) stands twice`)
        catalogs[lang][key] = text
      }
    }
  }
  for (const key of Object.keys({ ...catalogs.ru, ...catalogs.en }))
    if (catalogs.ru[key] === undefined || catalogs.en[key] === undefined)
      throw new Error(`message ${key} lacks a language`)
  return new Messages(catalogs)
}
