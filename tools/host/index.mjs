import { enableCompileCache } from 'node:module'
import path from 'node:path'

// Half of the host's way to its first window would be reading the same TypeScript again.
enableCompileCache(path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'host'))
await import('./host.ts')
