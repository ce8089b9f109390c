import { describe, expect, it } from 'vitest'
import { readConfig } from '../core/config.ts'
import { AppError } from '../core/errors.ts'
import { asDbError, explainStartFailure, sqlState } from './failure.ts'

const pgError = (code: string): Error => Object.assign(new Error(`state ${code}`), { code })

describe('asDbError', () => {
  it.each([
    ['ECONNREFUSED', 'unavailable'],
    ['08006', 'unavailable'],
    ['57P01', 'unavailable'],
    ['53300', 'unavailable'],
    ['40001', 'unavailable'],
    ['57014', 'unavailable'],
    ['22P02', 'invalid'],
    ['22021', 'invalid'],
    ['23505', 'conflict'],
  ])('%s is %s, with the original as cause', (state, code) => {
    const origin = pgError(state)
    expect(asDbError(origin)).toMatchObject({ code, cause: origin })
    expect(sqlState(asDbError(origin))).toBe(state)
  })

  it('leaves defects and our own errors as they are', () => {
    const own = new AppError('not_found', 'finance.transaction_not_found')
    for (const error of [own, pgError('42601'), new Error('mine'), new TypeError('undefined is not a function')]) {
      expect(asDbError(error)).toBe(error)
    }
  })
})

describe('explainStartFailure', () => {
  const configuration = (env: Record<string, string>): unknown => {
    try {
      return readConfig(env)
    } catch (error) {
      return error
    }
  }

  it('is one line, whatever failed', () => {
    const failures: [unknown, RegExp][] = [
      [configuration({ PORT: 'many' }), /^The configuration is wrong: PORT /],
      [
        new AppError('unavailable', 'core.cannot_listen', { where: ':80', reason: 'EACCES' }),
        /^Cannot listen on :80: EACCES$/,
      ],
      [
        new AppError('unavailable', 'db.unavailable', {}, { cause: new Error('gone\naway') }),
        /not reachable.*\(gone away\)$/,
      ],
      [
        new AppError('internal', 'other.key', {}, { cause: new Error('deep\nreason') }),
        /^The start failed: deep reason\.$/,
      ],
      [new Error('two\nlines'), /^The start failed: two lines\.$/],
      ['text', /^The start failed: text\.$/],
    ]
    for (const [error, line] of failures) expect(explainStartFailure(error)).toMatch(line)
  })
})
