import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import pg from 'pg'

/** A server that lives as long as the test run. */
export interface Throwaway {
  url: string
  stop(): Promise<void>
}

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))

const outputOf = (command: string, args: string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    // A program that cannot even tell its version or folder is no candidate.
    return ''
  }
}

const postgresFolders = (): string[] => {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const first = onPath('postgres')
  return [...versions.map((version) => join(debian, version, 'bin')), ...(first ? [dirname(first)] : [])]
}

/** The folder of PostgreSQL ≥ 15 binaries that have pgvector beside them. */
export const findPostgres = (): string | undefined =>
  postgresFolders().find((folder) => {
    if (!existsSync(join(folder, 'postgres')) || !existsSync(join(folder, 'initdb'))) return false
    const major = Number(/(\d+)/.exec(outputOf(join(folder, 'postgres'), ['--version']))?.[1] ?? 0)
    if (major < 15) return false
    const shares = [`/usr/share/postgresql/${major}`, outputOf(join(folder, 'pg_config'), ['--sharedir'])]
    return shares.some((share) => share !== '' && existsSync(join(share, 'extension', 'vector.control')))
  })

export const findRedis = (): string | undefined => onPath('redis-server') ?? onPath('valkey-server')

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
export const findBrowser = (): string | undefined =>
  process.env.CHROMIUM_PATH ?? BROWSERS.map(onPath).find((path) => path !== undefined)

/** PostgreSQL refuses to run as root: then it runs as the account that is there for such servers. */
const serverAccount = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(outputOf('id', ['-u', name]) || Number.NaN)
    const gid = Number(outputOf('id', ['-g', name]) || Number.NaN)
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  throw new Error('running as root, and there is no account postgres or nobody to run PostgreSQL as')
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })

/** Runs until `stop`, and at the latest until this process ends. */
const keep = (child: ChildProcess, signal: NodeJS.Signals): (() => Promise<void>) => {
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  return async () => {
    process.removeListener('exit', kill)
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal)
      await exited
    }
  }
}

const answers = async (
  what: string,
  child: ChildProcess,
  ask: () => Promise<void>,
  said: () => string,
): Promise<void> => {
  const deadline = Date.now() + 30_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${what} ended at once: ${said()}`)
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`${what} does not answer: ${said()}`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** The last words of a child, for the error that says why it did not start. */
const listenTo = (child: ChildProcess): (() => string) => {
  let said = ''
  const add = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-2_000)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return () => said
}

/** A new PostgreSQL cluster in a temporary folder: nothing is flushed to disk, since nothing outlives the run. */
export const startPostgres = async (binaries: string): Promise<Throwaway> => {
  const account = serverAccount()
  const home = mkdtempSync(join(tmpdir(), 'zelenial-pg-'))
  const data = join(home, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (account) for (const folder of [home, data]) chownSync(folder, account.uid, account.gid)
  const settings = { ...account, cwd: home, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] }
  execFileSync(
    join(binaries, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    settings,
  )
  const port = await freePort()
  const options = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off', 'max_connections=200']
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', home, ...options.flatMap((option) => ['-c', option])],
    settings,
  )
  const said = listenTo(child)
  const stop = keep(child, 'SIGINT')
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await answers('PostgreSQL', child, () => pingPostgres(url), said)
  return {
    url,
    stop: async () => {
      await stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const pingPostgres = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.end()
}

export const startRedis = async (binary: string): Promise<Throwaway> => {
  const port = await freePort()
  const home = mkdtempSync(join(tmpdir(), 'zelenial-redis-'))
  const child = spawn(
    binary,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', home],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const said = listenTo(child)
  const stop = keep(child, 'SIGTERM')
  await answers('Redis', child, () => pingPort(port), said)
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      await stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const pingPort = async (port: number): Promise<void> => {
  const { connect } = await import('node:net')
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', reject)
  })
}
