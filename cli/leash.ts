// Loaded into the server's process (see wrangler.ts): when the one that started it is gone, even by kill -9, the
// whole process group ends, so that no workerd is left holding the port.
process.once('disconnect', () => process.kill(0, 'SIGTERM'))
process.channel?.unref()
