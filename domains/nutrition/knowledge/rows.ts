/** Tables written as text, one entry a line with `|` between the columns: long lists of names stay readable that way. */
export const rows = (table: string, columns: number): string[][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      if (cells.length !== columns) throw new Error(`${columns} columns expected: ${line}`)
      return cells
    })
