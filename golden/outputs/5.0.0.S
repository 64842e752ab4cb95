#include <asm/types.h>
#if BITS_PER_LONG == 64
#define PTR .quad
#define ALGN .balign 8
#else
#define PTR .long
#define ALGN .balign 4
#endif
	.section .rodata, "a"
.globl kallsyms_offsets
	ALGN
kallsyms_offsets:
	.long	0xffffffff
	.long	0xffffffff
	.long	0xfffffdaf
	.long	0xfffffd9f
	.long	0xfffffd6f
	.long	0xfffffd5f
	.long	0xfffffd2f
	.long	0xfffffd1f
	.long	0xfffffcef
	.long	0xfffffcdf
	.long	0xfffffc2f
	.long	0xfffffc1f
	.long	0xfffffbef
	.long	0xfffffbdf
	.long	0xfffffb6f
	.long	0xfffffb5f
	.long	0xfffffb2f
	.long	0xfffffb1f
	.long	0xfffffaef
	.long	0xfffffadf
	.long	0xfffffaaf
	.long	0xfffffa9f
	.long	0xfffffa6f
	.long	0xfffffa5f
	.long	0xfffffa2f
	.long	0xfffffa1f
	.long	0xfffff9ef
	.long	0xfffff9df
	.long	0xfffff9af
	.long	0xfffff99f
	.long	0xfffff96f
	.long	0xfffff95f
	.long	0xfffff92f
	.long	0xfffff91f
	.long	0xfffff8ef
	.long	0xfffff8df
	.long	0xfffff8af
	.long	0xfffff89f
	.long	0xfffff86f
	.long	0xfffff85f
	.long	0xfffff7af
	.long	0xfffff79f
	.long	0xfffff76f
	.long	0xfffff75f
	.long	0xfffff66f
	.long	0xfffff65f
	.long	0xfffff62f
	.long	0xfffff61f
	.long	0xfffff5ef
	.long	0xfffff5df
	.long	0xfffff5af
	.long	0xfffff59f
	.long	0xfffff36f
	.long	0xfffff35f
	.long	0xfffff32f
	.long	0xfffff31f
	.long	0xfffff26f
	.long	0xfffff25f
	.long	0xfffff24f
	.long	0xfffff23f
	.long	0xfffff22f
	.long	0xfffff21f
	.long	0xfffff20f
	.long	0xfffff1ff
	.long	0xfffff1ef
	.long	0xfffff1df
	.long	0xfffff1cf
	.long	0xfffff1bf
	.long	0xfffff1af
	.long	0xfffff19f
	.long	0xfffff18f
	.long	0xfffff17f
	.long	0xfffff16f
	.long	0xfffff15f
	.long	0xfffff12f
	.long	0xfffff11f
	.long	0xfffff0ef
	.long	0xfffff0df
	.long	0xfffff0af
	.long	0xfffff09f
	.long	0xfffff06f
	.long	0xfffff05f
	.long	0xfffff01f
	.long	0xfffff00f
	.long	0xffffefff
	.long	0xffffefef
	.long	0xffffefdf
	.long	0xffffefbf
	.long	0xffffefaf
	.long	0xffffef9f
	.long	0xffffef7f
	.long	0xffffef6f
	.long	0xffffef4f
	.long	0xffffef3f
	.long	0xffffef2f
	.long	0xffffef1f
	.long	0xffffef0f
	.long	0xffffeeef
	.long	0xffffeedf
	.long	0xffffeecf
	.long	0xffffeebf
	.long	0xffffee9f
	.long	0xffffee8f
	.long	0xffffee7f
	.long	0xffffee6f
	.long	0xffffee5f

.globl kallsyms_relative_base
	ALGN
kallsyms_relative_base:
	PTR	_text - 0

.globl kallsyms_num_syms
	ALGN
kallsyms_num_syms:
	.long	106

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x03, 0x2b, 0x74, 0x7d
	.byte 0x03, 0x2b, 0xbb, 0x7d
	.byte 0x01, 0x84
	.byte 0x01, 0x83
	.byte 0x02, 0x84, 0xb7
	.byte 0x02, 0x83, 0xb7
	.byte 0x03, 0x84, 0x3e, 0xcc
	.byte 0x03, 0x83, 0x3e, 0xcc
	.byte 0x02, 0x84, 0x2f
	.byte 0x02, 0x83, 0x2f
	.byte 0x03, 0x54, 0x8a, 0xf6
	.byte 0x03, 0x74, 0x8a, 0xf6
	.byte 0x03, 0x54, 0x01, 0xf6
	.byte 0x03, 0x74, 0x01, 0xf6
	.byte 0x02, 0x7c, 0x12
	.byte 0x02, 0x7b, 0x12
	.byte 0x03, 0x7c, 0xe6, 0x78
	.byte 0x03, 0x7b, 0xe6, 0x78
	.byte 0x02, 0x7c, 0x92
	.byte 0x02, 0x7b, 0x92
	.byte 0x03, 0xe0, 0x7a, 0x78
	.byte 0x03, 0xdf, 0x7a, 0x78
	.byte 0x03, 0xe0, 0x86, 0x92
	.byte 0x03, 0xdf, 0x86, 0x92
	.byte 0x03, 0xe0, 0x3c, 0xe7
	.byte 0x03, 0xdf, 0x3c, 0xe7
	.byte 0x03, 0xe0, 0x3b, 0xc1
	.byte 0x03, 0xdf, 0x3b, 0xc1
	.byte 0x03, 0xe0, 0x8f, 0x8b
	.byte 0x03, 0xdf, 0x8f, 0x8b
	.byte 0x03, 0xe0, 0x1b, 0x8b
	.byte 0x03, 0xdf, 0x1b, 0x8b
	.byte 0x02, 0xe0, 0x82
	.byte 0x02, 0xdf, 0x82
	.byte 0x03, 0xe0, 0x04, 0x82
	.byte 0x03, 0xdf, 0x04, 0x82
	.byte 0x03, 0x54, 0x10, 0xf6
	.byte 0x03, 0x74, 0x10, 0xf6
	.byte 0x05, 0x54, 0x0b, 0x93, 0xb3, 0x78
	.byte 0x05, 0x74, 0x0b, 0x93, 0xb3, 0x78
	.byte 0x02, 0x54, 0x7f
	.byte 0x02, 0x74, 0x7f
	.byte 0x02, 0x54, 0x3a
	.byte 0x02, 0x74, 0x3a
	.byte 0x04, 0x54, 0xb9, 0x85, 0x98
	.byte 0x04, 0x74, 0xb9, 0x85, 0x98
	.byte 0x04, 0x54, 0xb9, 0x9d, 0x98
	.byte 0x04, 0x74, 0xb9, 0x9d, 0x98
	.byte 0x05, 0x54, 0x0c, 0x85, 0xcd, 0x78
	.byte 0x05, 0x74, 0x0c, 0x85, 0xcd, 0x78
	.byte 0x04, 0x54, 0x2e, 0x9d, 0xcd
	.byte 0x04, 0x74, 0x2e, 0x9d, 0xcd
	.byte 0x02, 0x54, 0x00
	.byte 0x02, 0x74, 0x00
	.byte 0x02, 0x54, 0x02
	.byte 0x02, 0x74, 0x02
	.byte 0x02, 0xe0, 0xa3
	.byte 0x02, 0xdf, 0xa3
	.byte 0x03, 0x41, 0xff, 0xa3
	.byte 0x03, 0x61, 0xff, 0xa3
	.byte 0x02, 0x54, 0x96
	.byte 0x02, 0x74, 0x96
	.byte 0x02, 0x41, 0x96
	.byte 0x02, 0x61, 0x96
	.byte 0x02, 0x54, 0x90
	.byte 0x02, 0x74, 0x90
	.byte 0x02, 0x41, 0x90
	.byte 0x02, 0x61, 0x90
	.byte 0x02, 0x54, 0x87
	.byte 0x02, 0x74, 0x87
	.byte 0x02, 0x41, 0x87
	.byte 0x02, 0x61, 0x87
	.byte 0x02, 0x54, 0x8c
	.byte 0x02, 0x74, 0x8c
	.byte 0x03, 0x54, 0x8c, 0xb7
	.byte 0x03, 0x74, 0x8c, 0xb7
	.byte 0x02, 0x54, 0x5e
	.byte 0x02, 0x74, 0x5e
	.byte 0x07, 0xe0, 0x13, 0xfe, 0xc5, 0xc4, 0xff, 0x78
	.byte 0x07, 0xdf, 0x13, 0xfe, 0xc5, 0xc4, 0xff, 0x78
	.byte 0x02, 0x54, 0x07
	.byte 0x02, 0x74, 0x07
	.byte 0x03, 0x42, 0xbf, 0x32
	.byte 0x03, 0x43, 0xbf, 0x33
	.byte 0x03, 0x44, 0xbf, 0x34
	.byte 0x03, 0x47, 0xbf, 0x37
	.byte 0x03, 0x49, 0xbf, 0x39
	.byte 0x03, 0x52, 0xbe, 0x32
	.byte 0x03, 0x53, 0xbe, 0x33
	.byte 0x03, 0x54, 0xbe, 0x34
	.byte 0x03, 0x56, 0xbe, 0x36
	.byte 0x03, 0x57, 0xbe, 0x37
	.byte 0x03, 0x62, 0xbd, 0x32
	.byte 0x03, 0x63, 0xbd, 0x33
	.byte 0x03, 0x64, 0xbd, 0x34
	.byte 0x03, 0x67, 0xbd, 0x37
	.byte 0x03, 0x69, 0xbd, 0x39
	.byte 0x03, 0x70, 0xcb, 0x30
	.byte 0x03, 0x72, 0xcb, 0x32
	.byte 0x03, 0x73, 0xcb, 0x33
	.byte 0x03, 0x74, 0xcb, 0x34
	.byte 0x03, 0x76, 0xcb, 0x36
	.byte 0x03, 0x77, 0xcb, 0x37
	.byte 0x04, 0x2d, 0xf8, 0x32, 0x64
	.byte 0x04, 0x3f, 0xf8, 0x33, 0x66
	.byte 0x04, 0x54, 0xbc, 0x74, 0x7d

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	.long	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"kallsyms_seqs_of_names"
	.asciz	"__kstrtabns"
	.asciz	"kallsyms_lookup"
	.asciz	"up"
	.asciz	"micro"
	.asciz	"ro"
	.asciz	"__kstrtabn"
	.asciz	"plain"
	.asciz	"kallsyms_look"
	.asciz	"look"
	.asciz	"ook"
	.asciz	"__kvm_nvhe___k"
	.asciz	"00000001."
	.asciz	"plai"
	.asciz	"kallsyms_seqs_of_name"
	.asciz	"me"
	.asciz	"__kcfi_typeid"
	.asciz	"cfi_typeid"
	.asciz	"$d"
	.asciz	"mod_devic"
	.asciz	"od_devic"
	.asciz	"d_devic"
	.asciz	"devic"
	.asciz	"evic"
	.asciz	"vic"
	.asciz	"mic"
	.asciz	"ic"
	.asciz	"Thumb"
	.asciz	"umb"
	.asciz	"mb"
	.asciz	"kallsyms_seqs_of_na"
	.asciz	"seqs_of_na"
	.asciz	"eqs_of_na"
	.asciz	"qs_of_na"
	.asciz	"s_of_na"
	.asciz	"of_na"
	.asciz	"$"
	.asciz	"f_na"
	.asciz	"_na"
	.asciz	"pla"
	.asciz	"__kvm_nvhe___"
	.asciz	"e___"
	.asciz	"___"
	.asciz	"T_"
	.asciz	"0000000"
	.asciz	"-"
	.asciz	"."
	.asciz	"BB0_1"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"B0_1"
	.asciz	"9"
	.asciz	"foo_veneer2"
	.asciz	"ARMV5"
	.asciz	"AArch64ADRP"
	.asciz	"RP"
	.asciz	"ASANPC"
	.asciz	"?"
	.asciz	"ASAN"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"SAN"
	.asciz	"AArch64AD"
	.asciz	"G"
	.asciz	"rch64AD"
	.asciz	"I"
	.asciz	"ch64AD"
	.asciz	"64AD"
	.asciz	"L"
	.asciz	"M"
	.asciz	"N"
	.asciz	"PC"
	.asciz	"P"
	.asciz	"64A"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"SA"
	.asciz	"V"
	.asciz	"W"
	.asciz	"AA"
	.asciz	"V5"
	.asciz	"64"
	.asciz	"veneer2"
	.asciz	"_1"
	.asciz	"000"
	.asciz	"L0"
	.asciz	"_"
	.asciz	"B0"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"1."
	.asciz	"k"
	.asciz	"l"
	.asciz	"m"
	.asciz	"n"
	.asciz	"o"
	.asciz	"p"
	.asciz	"q"
	.asciz	"r"
	.asciz	"s"
	.asciz	"t"
	.asciz	"u"
	.asciz	"v"
	.asciz	"w"
	.asciz	"x"
	.asciz	"y"
	.asciz	"pi_$"
	.asciz	"t__kvm_nvhe_"
	.asciz	"T__kvm_nvhe_"
	.asciz	"ext"
	.asciz	"xt"
	.asciz	"veneer"
	.asciz	"neer"
	.asciz	"0000"
	.asciz	"LA25Thunk_foo"
	.asciz	"t.L"
	.asciz	"T.L"
	.asciz	"long"
	.asciz	"pi_"
	.asciz	"__kernel_sigtramp"
	.asciz	"ramp"
	.asciz	"kallsyms_"
	.asciz	"__kstrtab"
	.asciz	"V7PILongThunk_foo"
	.asciz	"foo_compiled."
	.asciz	"led."
	.asciz	"LA25"
	.asciz	"ARM"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"_epc"
	.asciz	"func"
	.asciz	"cfi_typei"
	.asciz	"i_typei"
	.asciz	"foo_compi"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"kallsym"
	.asciz	"_branch.bar"
	.asciz	"__kstr"
	.asciz	"__kernel_syscall_via_br"
	.asciz	"kalls"
	.asciz	"__kernel_sigt"
	.asciz	"plt"
	.asciz	"igt"
	.asciz	"alls"
	.asciz	"_br"
	.asciz	"str"
	.asciz	"bar"
	.asciz	"gp"
	.asciz	"foo_co"
	.asciz	"ym"
	.asciz	"all"
	.asciz	"eak"
	.asciz	"mpi"
	.asciz	"typei"
	.asciz	"ig"
	.asciz	"cf"
	.asciz	"type"
	.asciz	"ve"
	.asciz	"unc"
	.asciz	"foo_c"
	.asciz	"pc"
	.asciz	"ea"
	.asciz	"ba"
	.asciz	"d_"
	.asciz	"RM"
	.asciz	"V7"
	.asciz	"A25"
	.asciz	"123"
	.asciz	"A2"
	.asciz	"foo."
	.asciz	"d."
	.asciz	"st"
	.asciz	"_e"
	.asciz	"type_6"
	.asciz	"type_5"
	.asciz	"type_4"
	.asciz	"__kvm_nvhe_"
	.asciz	"PILongThunk_foo"
	.asciz	"PILong"
	.asciz	"pl"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"foo_"
	.asciz	"s_"
	.asciz	"PIL"
	.asciz	"PI"
	.asciz	"type_7"
	.asciz	"12"
	.asciz	"_branch."
	.asciz	"__kernel_syscall_via"
	.asciz	"all_via"
	.asciz	"l_via"
	.asciz	"__kernel_sysc"
	.asciz	"__kvm_nvh"
	.asciz	"_nvh"
	.asciz	"__kvm"
	.asciz	"_bran"
	.asciz	"__kernel_sy"
	.asciz	"mp"
	.asciz	"ran"
	.asciz	"vm"
	.asciz	"vh"
	.asciz	"sc"
	.asciz	"via"
	.asciz	"i_"
	.asciz	"ch."
	.asciz	"t__"
	.asciz	"T__"
	.asciz	"ong"
	.asciz	"_n"
	.asciz	"vi"
	.asciz	"ch"
	.asciz	"ng"
	.asciz	".L"
	.asciz	"Thunk_foo"
	.asciz	"Thunk"
	.asciz	"__kernel_s"
	.asciz	"ernel_s"
	.asciz	"nel_s"
	.asciz	"l_s"
	.asciz	"al"
	.asciz	"unk"
	.asciz	"_b"
	.asciz	"ra"
	.asciz	"00"
	.asciz	"Th"
	.asciz	"er"
	.asciz	"un"
	.asciz	"ne"
	.asciz	"_foo"
	.asciz	"l_"
	.asciz	"type_"
	.asciz	"__k"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"foo"
	.asciz	"oo"
	.asciz	"e_"
	.asciz	"__"

.globl kallsyms_token_index
	ALGN
kallsyms_token_index:
	.short	0
	.short	23
	.short	35
	.short	51
	.short	54
	.short	60
	.short	63
	.short	74
	.short	80
	.short	94
	.short	99
	.short	103
	.short	118
	.short	128
	.short	133
	.short	155
	.short	158
	.short	172
	.short	183
	.short	186
	.short	196
	.short	205
	.short	213
	.short	219
	.short	224
	.short	228
	.short	232
	.short	235
	.short	241
	.short	245
	.short	248
	.short	268
	.short	279
	.short	289
	.short	298
	.short	306
	.short	312
	.short	314
	.short	319
	.short	323
	.short	327
	.short	341
	.short	346
	.short	350
	.short	353
	.short	361
	.short	363
	.short	365
	.short	371
	.short	373
	.short	375
	.short	377
	.short	379
	.short	381
	.short	383
	.short	385
	.short	387
	.short	392
	.short	394
	.short	406
	.short	412
	.short	424
	.short	427
	.short	434
	.short	436
	.short	441
	.short	443
	.short	445
	.short	447
	.short	449
	.short	453
	.short	463
	.short	465
	.short	473
	.short	475
	.short	482
	.short	487
	.short	489
	.short	491
	.short	493
	.short	496
	.short	498
	.short	502
	.short	504
	.short	506
	.short	508
	.short	511
	.short	513
	.short	515
	.short	518
	.short	521
	.short	524
	.short	532
	.short	535
	.short	539
	.short	542
	.short	544
	.short	547
	.short	549
	.short	551
	.short	553
	.short	555
	.short	557
	.short	559
	.short	561
	.short	563
	.short	565
	.short	568
	.short	570
	.short	572
	.short	574
	.short	576
	.short	578
	.short	580
	.short	582
	.short	584
	.short	586
	.short	588
	.short	590
	.short	592
	.short	594
	.short	596
	.short	598
	.short	603
	.short	616
	.short	629
	.short	633
	.short	636
	.short	643
	.short	648
	.short	653
	.short	667
	.short	671
	.short	675
	.short	680
	.short	684
	.short	702
	.short	707
	.short	717
	.short	727
	.short	745
	.short	759
	.short	764
	.short	769
	.short	773
	.short	798
	.short	803
	.short	808
	.short	818
	.short	826
	.short	836
	.short	863
	.short	871
	.short	883
	.short	890
	.short	914
	.short	920
	.short	934
	.short	938
	.short	942
	.short	947
	.short	951
	.short	955
	.short	959
	.short	962
	.short	969
	.short	972
	.short	976
	.short	980
	.short	984
	.short	990
	.short	993
	.short	996
	.short	1001
	.short	1004
	.short	1008
	.short	1014
	.short	1017
	.short	1020
	.short	1023
	.short	1026
	.short	1029
	.short	1032
	.short	1036
	.short	1040
	.short	1043
	.short	1048
	.short	1051
	.short	1054
	.short	1057
	.short	1064
	.short	1071
	.short	1078
	.short	1090
	.short	1106
	.short	1113
	.short	1116
	.short	1119
	.short	1123
	.short	1126
	.short	1131
	.short	1134
	.short	1138
	.short	1141
	.short	1148
	.short	1151
	.short	1160
	.short	1181
	.short	1189
	.short	1195
	.short	1209
	.short	1219
	.short	1224
	.short	1230
	.short	1236
	.short	1248
	.short	1251
	.short	1255
	.short	1258
	.short	1261
	.short	1264
	.short	1268
	.short	1271
	.short	1275
	.short	1279
	.short	1283
	.short	1287
	.short	1290
	.short	1293
	.short	1296
	.short	1299
	.short	1302
	.short	1312
	.short	1318
	.short	1329
	.short	1337
	.short	1343
	.short	1347
	.short	1350
	.short	1354
	.short	1357
	.short	1360
	.short	1363
	.short	1366
	.short	1369
	.short	1372
	.short	1375
	.short	1380
	.short	1383
	.short	1389
	.short	1393
	.short	1397
	.short	1400
	.short	1404
	.short	1407
	.short	1410

