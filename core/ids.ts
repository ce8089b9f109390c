import { randomUUID } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** A new random identifier (UUID v4). */
export const newId = (): string => randomUUID()

/** Whether `text` is a UUID that Postgres would accept as one of our ids. */
export const isId = (text: string): boolean => UUID.test(text)
