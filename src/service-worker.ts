import { build as files, version } from '$service-worker';
import { listen } from '#lib/work/offline/worker/listen.ts';
import type { WorkerScope } from '#lib/work/offline/worker/scope.ts';

// What a page calls `self` has other types: only this file runs in a worker.
declare const self: WorkerScope;

// Registered for advisers only, on the pages of their work (docs/decisions/0056-own-pages-without-a-network.md).
listen(self, { files, version });
