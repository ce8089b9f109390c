import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AttachedFile } from '../../agent/contract.ts'
import { AppError } from '../../core/errors.ts'
import type { ChannelDeps } from '../contract.ts'

export interface Attachment {
  name: string
  contentType: string
  base64: string
}

/** Bytes that the files of one message may have together. */
const MOST_BYTES = 10_000_000
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/u

/**
 * Runs `turn` with the files of a message on disk, gone when it ends. Refuses before anything is stored what is
 * unreadable, too large together, or of a kind that nothing here imports.
 */
export const withFiles = async <T>(
  deps: Pick<ChannelDeps, 'imports'>,
  attachments: readonly Attachment[],
  turn: (files: readonly AttachedFile[]) => Promise<T>,
): Promise<T> => {
  if (attachments.length === 0) return turn([])
  checkSizes(attachments)
  const folder = await mkdtemp(join(tmpdir(), 'zelenial-attached-'))
  try {
    const files: AttachedFile[] = []
    for (const [index, { name, base64 }] of attachments.entries()) {
      const path = join(folder, String(index))
      await writeFile(path, Buffer.from(base64, 'base64'), { mode: 0o600 })
      const kind = await deps.imports.recognise({ path, name })
      if (kind === null) throw new AppError('invalid', 'channels.attachment_unknown', { name }, { status: 415 })
      files.push({ path, name, kind })
    }
    return await turn(files)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const checkSizes = (attachments: readonly Attachment[]): void => {
  for (const [index, { base64 }] of attachments.entries())
    if (base64.length % 4 !== 0 || !BASE64.test(base64))
      throw new AppError(
        'invalid',
        'channels.bad_base64',
        {},
        { errors: [{ path: `attachments.${index}.base64`, message: 'is not base64' }] },
      )
  const bytes = attachments.reduce((sum, { base64 }) => sum + (base64.length / 4) * 3, 0)
  if (bytes > MOST_BYTES) throw new AppError('invalid', 'channels.files_too_large', {}, { status: 413 })
}
