// Run by the tests as a process of its own: commits rows x.1, x.2, … of one person until it is killed.
import { log } from '../../core/log.ts'
import { openDatabase } from '../index.ts'
import { appendEvents } from '../outbox.ts'

const [folder = '', userId = ''] = process.argv.slice(2)
const db = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined }, log)
for (let n = 1; ; n += 1) {
  await db.withUser(userId, (tx) => appendEvents(tx, userId, [{ type: `x.${n}`, payload: {} }], new Date(n)))
  process.stdout.write(`${n}\n`)
}
