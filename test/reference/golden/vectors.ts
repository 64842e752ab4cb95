/** First digits of the MD5 sums of what C tools print for the maps of `vectors.test.ts`. */

/**
 * Versions; sums for M0 without options, for M0 with --all-symbols, for M0 with that and all options that change offsets
 * and order, and for M1 with those and --absolute-percpu.
 */
export const VECTORS: readonly (readonly [
  versions: string,
  v1: string,
  v2: string,
  v3?: string,
  v4?: string,
])[] = [
  ['lwk-1.3.0', '6a60679da473', 'e0360dc3c6e4'],
  ['2.6.20 2.6.24 barebox-2026.06', '8a941d0263ff', 'a4cde46a25e3'],
  ['2.6.32 2.6.34 3.2.40 3.3.8 3.6.5 3.10.105', 'f919251cbb54', '6142c736c46e'],
  ['3.14.40', 'f919251cbb54', 'efad47e46631'],
  ['3.18.20', 'f919251cbb54', 'efad47e46631', '', 'c801736943c1'],
  ['4.1.0 4.4.70 4.4.155', '73d3d1e76866', '8f86a852bad5', '', '9abb4a1fcebc'],
  ['4.6.2', 'c25e29248956', '10e48fc3b0c5', '29815d831a5d', '8fd6fe6af9d8'],
  ['4.9.76', 'a08c1b2a5960', '2906152c66f1', 'e990bc22cd15', '7ebd39c49e8b'],
  ['4.14.177', 'ce6794bf848b', '91b2aa1516fc', '46dc1185585a', 'f0fe452bacc5'],
  ['4.20.0', '99e69f7fdeb7', '1605b5411cdf', '90845d09a42e', '1d51e6637072'],
  ['5.0.0', 'e288a90c7d4c', 'a0643080e49c', '0d7049698a17', '593dc7d5c79d'],
  ['5.2.1', 'f297d8c724ff', '353ef60e7ab0', '6c2aa88f33fc', '7b5d2dbe45b4'],
  ['5.3.0 5.4.18', 'f05fc6a4f4ea', 'c76b6a4c3eaf', 'df0902d3f6df', '63e8b5b0d565'],
  ['5.7.14', 'c83fd828d68a', 'cf802afc22ee', 'e7c642a7b49c', '7662406c4112'],
  ['5.11.14 5.15.100 5.17.0', '56ddb8234d43', '60af91091460', '95c91f88f2b3', '9293fc0f835c'],
  ['5.13.19-rust', '56ddb8234d43', 'c8b243a5d5d2', 'c29a64678a5d', '750db9ad84a2'],
  ['5.18.0-openwrt 5.18.12', '705f0d4e019c', '934ccff8ebce', 'a87738c90b10', '4ae4d66148aa'],
  ['6.0.0', 'e4846919a783', '599351e582fc', '23390a2bdd3f', '89694d645d91'],
  ['6.1.20', '872cfc6a4771', '3d674cfd16cd', 'b627e7aa7658', '2c30bcd184da'],
  ['6.1.192', '9fe9464c4623', 'c75300d00733', 'f145fd680fdb', 'bb0671f30b3f'],
  ['6.2.0 6.2.12', 'a401e1081c61', 'e6444361db71', '1a277d07426a', 'e80c5b60f727'],
  ['6.4.6', '1199ed87c9b5', '03480a6a587f', 'b0e4458dee62', '45fc78688b94'],
  ['6.5.0 6.6.17 6.7.3 6.8.0', '1199ed87c9b5', '03480a6a587f', 'f6a3e7439133', 'f4c4b76aaf4a'],
  ['6.10.0', 'bce006e47c3c', '03480a6a587f', 'f6a3e7439133', 'f4c4b76aaf4a'],
  ['6.12.117 6.13.2 6.14.0', '933b05c0c3c2', '69262307fb6d', '', 'f81675266368'],
  ['6.17.0 6.18.2 6.19.9', '933b05c0c3c2', '69262307fb6d'],
  ['7.0.0 7.1.3 7.1.5', 'ad1fc5012c44', '5014d8d817af', '86c33d6d54aa'],
]
