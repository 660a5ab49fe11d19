import { build } from '#tools/lib/build.ts'

process.exitCode = build() ? 0 : 1
