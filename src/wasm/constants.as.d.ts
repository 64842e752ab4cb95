/** Constants that the build gives the AssemblyScript compiler: see `scripts/build-loops.js`. */

/** Whether the module is for machines whose views of the memory have the highest byte first. */
declare const BIG_ENDIAN: boolean
