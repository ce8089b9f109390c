import type { RunnableConfig } from '@langchain/core/runnables'
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  type PendingWrite,
} from '@langchain/langgraph-checkpoint'
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres'
import type { Pool } from 'pg'
import type { Checkpoints } from './contract.ts'

type PutArgs = [RunnableConfig, Checkpoint, CheckpointMetadata, ChannelVersions]
type WritesArgs = [RunnableConfig, PendingWrite[], string]

const threadOf = (config: RunnableConfig): string => String(config.configurable?.['thread_id'] ?? '')

/**
 * Graph state is held by reference while a turn runs, and written to Postgres only when the turn waits for the person.
 * Almost no turn does, so almost no turn costs a checkpoint. A turn is run by one call, so what is held is never read back.
 */
class WaitingSaver extends BaseCheckpointSaver {
  readonly #database: PostgresSaver
  readonly #held = new Map<string, { puts: PutArgs[]; writes: WritesArgs[] }>()

  constructor(database: PostgresSaver) {
    super()
    this.#database = database
  }

  #holding(thread: string): { puts: PutArgs[]; writes: WritesArgs[] } {
    let held = this.#held.get(thread)
    if (!held) {
      held = { puts: [], writes: [] }
      this.#held.set(thread, held)
    }
    return held
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    return config.configurable?.['waiting'] === true ? this.#database.getTuple(config) : undefined
  }

  override async *list(config: RunnableConfig, options?: CheckpointListOptions): AsyncGenerator<CheckpointTuple> {
    yield* this.#database.list(config, options)
  }

  override async put(...args: PutArgs): Promise<RunnableConfig> {
    const [config, checkpoint] = args
    this.#holding(threadOf(config)).puts.push(args)
    return { configurable: { ...config.configurable, checkpoint_id: checkpoint.id } }
  }

  override async putWrites(...args: WritesArgs): Promise<void> {
    this.#holding(threadOf(args[0])).writes.push(args)
  }

  override async deleteThread(threadId: string): Promise<void> {
    this.#held.delete(threadId)
  }

  async persist(threadId: string): Promise<void> {
    const held = this.#held.get(threadId)
    for (const put of held?.puts ?? []) await this.#database.put(...put)
    for (const write of held?.writes ?? []) await this.#database.putWrites(...write)
    this.#held.delete(threadId)
  }

  async drop(threadId: string, persisted: boolean): Promise<void> {
    this.#held.delete(threadId)
    if (persisted) await this.#database.deleteThread(threadId)
  }
}

/** Graph state over its own schema, which the roles of people and of the system cannot read. */
export const createCheckpoints = async (pool: Pool): Promise<Checkpoints> => {
  const database = new PostgresSaver(pool, undefined, { schema: 'graph' })
  await database.setup()
  const saver = new WaitingSaver(database)
  return {
    saver,
    persist: (turnId) => saver.persist(turnId),
    drop: (turnId, persisted) => saver.drop(turnId, persisted),
  }
}
