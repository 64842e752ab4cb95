/** Constants that `scripts/build-loops.js` defines for the AssemblyScript compiler. */

/** Whether the module is for big-endian machines. */
declare const BIG_ENDIAN: boolean
