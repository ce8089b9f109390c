import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import type { Message } from '../../core/messages.ts'
import { type Ctx, defineTool } from '../../tools/contract.ts'
import { findNote, insertNote, listNotes as selectNotes, setNoteDeleted } from './repository.ts'
import { type Note, noteSchema, page, text } from './schema.ts'
import { cleanTags, readCursor, writeCursor } from './service.ts'

const missing = () => new AppError('not_found', 'account.note_not_found')

export const addNote = defineTool({
  name: 'account_add_note',
  title: 'Add a note',
  description:
    'Keeps a free note, idea or text the person wants written down ("note: …", "запиши заметку …"). Facts about the person to remember go to memory_remember_fact, things to do to tasks_add_task.',
  risk: 'write',
  confirm: 'never',
  about: 'general',
  input: z.strictObject({ text: text(10_000), tags: z.array(text(50)).max(20).optional() }),
  output: noteSchema,
  summary: async (_ctx, input) => ({ key: 'account.ask_add_note', params: { text: input.text } }),
  say: (output) => ({ key: 'account.note_added', params: { text: output.text } }),
  run: (ctx, input) => insertNote(ctx.tx, ctx.user, { text: input.text, tags: cleanTags(input.tags ?? []) }, ctx.now),
  undo: async (ctx, output) => {
    if (!(await setNoteDeleted(ctx.tx, ctx.user.id, output.id, ctx.now))) throw missing()
  },
})

const line = (note: Note): Message => ({
  key: 'account.note_line',
  params: { text: note.text, at: { date: note.createdAt.slice(0, 10) } },
})

export const listNotes = defineTool({
  name: 'account_list_notes',
  title: 'Notes',
  description: 'Lists the notes the person wrote down, newest first; `query` finds words in any form, `tag` one tag.',
  risk: 'read',
  about: 'general',
  input: z.strictObject({
    query: text(200).optional(),
    tag: text(50).optional(),
    includeDeleted: z.boolean().optional(),
    limit: page.limit,
    cursor: page.cursor,
  }),
  output: z.object({ items: z.array(noteSchema), nextCursor: z.string().nullable() }),
  summary: async () => ({ key: 'account.ask_notes' }),
  say: (output, input) => {
    if (output.items.length === 0)
      return input.query || input.tag ? { key: 'account.notes_not_found' } : { key: 'account.no_notes' }
    return {
      key: 'account.notes',
      params: { count: output.items.length, more: output.nextCursor !== null, lines: { list: output.items.map(line) } },
    }
  },
  run: async (ctx, input) => {
    const { notes, next } = await selectNotes(ctx.tx, ctx.user, {
      query: input.query ?? null,
      tag: cleanTags(input.tag ? [input.tag] : [])[0] ?? null,
      includeDeleted: input.includeDeleted ?? false,
      after: readCursor(input.cursor),
      limit: input.limit,
    })
    return { items: notes, nextCursor: next === null ? null : writeCursor(next) }
  },
})

const activeNote = async (ctx: Ctx, id: string): Promise<Note> => {
  const note = await findNote(ctx.tx, ctx.user, id)
  if (!note || note.status === 'deleted') throw missing()
  return note
}

export const deleteNote = defineTool({
  name: 'account_delete_note',
  title: 'Delete a note',
  description: 'Deletes one note. Find its id with account_list_notes first.',
  risk: 'write',
  confirm: 'always',
  about: 'general',
  input: z.strictObject({ id: z.uuid() }),
  output: noteSchema,
  summary: async (ctx, input) => ({
    key: 'account.ask_delete_note',
    params: { text: (await activeNote(ctx, input.id)).text },
  }),
  say: (output) => ({ key: 'account.note_deleted', params: { text: output.text } }),
  run: async (ctx, input) => {
    const note = await activeNote(ctx, input.id)
    await setNoteDeleted(ctx.tx, ctx.user.id, note.id, ctx.now)
    return (await findNote(ctx.tx, ctx.user, note.id)) ?? note
  },
  undo: async (ctx, output) => {
    if (!(await setNoteDeleted(ctx.tx, ctx.user.id, output.id, null))) throw missing()
  },
})
