import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'

/** A child process that said where it listens. */
export interface Started {
  pid: number
  url: string
  /** Milliseconds from the start of the process until it said so. */
  startedIn: number
  stop(): Promise<void>
}

/** Linux counts processor time in ticks of 1/100 s whatever the kernel's own (proc(5), sysconf(_SC_CLK_TCK)). */
const TICK_MS = 10

export const startProcess = (file: string, env: Record<string, string>, flags: string[] = []): Promise<Started> => {
  const from = performance.now()
  const child = spawn(process.execPath, [...flags, file], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  return new Promise((resolve, reject) => {
    let out = ''
    let err = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      err = (err + chunk.toString()).slice(-4_000)
    })
    child.once('exit', (code) => {
      process.removeListener('exit', kill)
      reject(new Error(`${file} ended with ${code}: ${err}${out.slice(-2_000)}`))
    })
    child.stdout?.on('data', (chunk: Buffer) => {
      out = (out + chunk.toString()).slice(-4_000)
      const url = / on (http:\S+)/u.exec(out)?.[1]
      if (url && child.pid !== undefined)
        resolve({ pid: child.pid, url, startedIn: performance.now() - from, stop: () => stopProcess(child) })
    })
  })
}

const stopProcess = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exited
  clearTimeout(late)
}

interface Stat {
  parent: number
  cpuMs: number
  rssBytes: number
}

const PAGE = 4_096

/** proc(5): the name of a program may hold spaces, so fields are counted from the last parenthesis. */
const statOf = (pid: number): Stat | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const field = (n: number): number => fields[n - 3] ?? 0
    return {
      parent: field(4),
      cpuMs: (field(14) + field(15) + field(16) + field(17)) * TICK_MS,
      rssBytes: field(24) * PAGE,
    }
  } catch {
    // It ended between being listed and being read.
    return null
  }
}

/** The process and everything it started that still runs. */
const treeOf = (root: number): Stat[] => {
  const all = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/u.test(name) ? statOf(Number(name)) : null
    if (stat) all.set(Number(name), stat)
  }
  const below = (pid: number): Stat[] => {
    const own = all.get(pid)
    const children = [...all].filter(([, stat]) => stat.parent === pid)
    return [...(own ? [own] : []), ...children.flatMap(([child]) => below(child))]
  }
  return below(root)
}

const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0)

/** Processor time that a process tree has used. */
export const cpuMsOf = (root: number): number => sum(treeOf(root).map((stat) => stat.cpuMs))

/** Watches how much memory a process tree holds until `end`, which gives the most seen in MB. */
export const watchRss = (root: number): { end(): number } => {
  let most = 0
  const look = (): void => {
    most = Math.max(most, sum(treeOf(root).map((stat) => stat.rssBytes)))
  }
  const timer = setInterval(look, 250)
  return {
    end: () => {
      look()
      clearInterval(timer)
      return most / 1024 / 1024
    },
  }
}

/** Runs a script to its end; gives the JSON of its last line. */
export const runScript = async <T>(file: string, env: Record<string, string>): Promise<T> => {
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    timeout: 120_000,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T
}
