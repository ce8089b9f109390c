import { AppError } from '../../core/errors.ts'

export interface Attachment {
  name: string
  contentType: string
  base64: string
}

/** Bytes that the files of one message may have together. */
const MOST_BYTES = 10_000_000
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/u

/** Refuses files before anything is stored: unreadable, too large together, or of a kind that nothing here imports. */
export const refuseUnknownFiles = (attachments: readonly Attachment[]): void => {
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
  const [first] = attachments
  if (first) throw new AppError('invalid', 'channels.attachment_unknown', { name: first.name }, { status: 415 })
}
