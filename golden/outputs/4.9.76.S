#include <asm/types.h>
#if BITS_PER_LONG == 64
#define PTR .quad
#define ALGN .align 8
#else
#define PTR .long
#define ALGN .align 4
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
	.long	0xfffffbaf
	.long	0xfffffb9f
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
	.long	0xffffeeff
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
	PTR	109

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x03, 0x2a, 0x74, 0x7c
	.byte 0x03, 0x2a, 0xcc, 0x7c
	.byte 0x01, 0x83
	.byte 0x01, 0x82
	.byte 0x02, 0x83, 0xb7
	.byte 0x02, 0x82, 0xb7
	.byte 0x03, 0x83, 0x3d, 0xcb
	.byte 0x03, 0x82, 0x3d, 0xcb
	.byte 0x02, 0x83, 0x2c
	.byte 0x02, 0x82, 0x2c
	.byte 0x03, 0x54, 0x89, 0xf6
	.byte 0x03, 0x74, 0x89, 0xf6
	.byte 0x05, 0x54, 0x89, 0x6e, 0x73, 0xf6
	.byte 0x05, 0x74, 0x89, 0x6e, 0x73, 0xf6
	.byte 0x04, 0xe6, 0x0e, 0x70, 0x79
	.byte 0x04, 0xe5, 0x0e, 0x70, 0x79
	.byte 0x02, 0x7b, 0x07
	.byte 0x02, 0x7a, 0x07
	.byte 0x03, 0x7b, 0xe4, 0x78
	.byte 0x03, 0x7a, 0xe4, 0x78
	.byte 0x02, 0x7b, 0x91
	.byte 0x02, 0x7a, 0x91
	.byte 0x03, 0xe6, 0x6a, 0x78
	.byte 0x03, 0xe5, 0x6a, 0x78
	.byte 0x03, 0xe6, 0x85, 0x91
	.byte 0x03, 0xe5, 0x85, 0x91
	.byte 0x03, 0xe6, 0x3b, 0xe7
	.byte 0x03, 0xe5, 0x3b, 0xe7
	.byte 0x03, 0xe6, 0x3a, 0xbf
	.byte 0x03, 0xe5, 0x3a, 0xbf
	.byte 0x03, 0xe6, 0x8e, 0x8a
	.byte 0x03, 0xe5, 0x8e, 0x8a
	.byte 0x03, 0xe6, 0x13, 0x8a
	.byte 0x03, 0xe5, 0x13, 0x8a
	.byte 0x02, 0xe6, 0x81
	.byte 0x02, 0xe5, 0x81
	.byte 0x05, 0xe6, 0x11, 0x72, 0x6f, 0x81
	.byte 0x05, 0xe5, 0x11, 0x72, 0x6f, 0x81
	.byte 0x03, 0x54, 0x05, 0xf6
	.byte 0x03, 0x74, 0x05, 0xf6
	.byte 0x05, 0x54, 0x03, 0x92, 0xb3, 0x78
	.byte 0x05, 0x74, 0x03, 0x92, 0xb3, 0x78
	.byte 0x02, 0x54, 0x7e
	.byte 0x02, 0x74, 0x7e
	.byte 0x02, 0x54, 0x38
	.byte 0x02, 0x74, 0x38
	.byte 0x04, 0x54, 0xb9, 0x84, 0x97
	.byte 0x04, 0x74, 0xb9, 0x84, 0x97
	.byte 0x04, 0x54, 0xb9, 0x9c, 0x97
	.byte 0x04, 0x74, 0xb9, 0x9c, 0x97
	.byte 0x05, 0x54, 0x1f, 0x84, 0xcd, 0x78
	.byte 0x05, 0x74, 0x1f, 0x84, 0xcd, 0x78
	.byte 0x04, 0x54, 0x2e, 0x9c, 0xcd
	.byte 0x04, 0x74, 0x2e, 0x9c, 0xcd
	.byte 0x04, 0x54, 0x16, 0xad, 0x73
	.byte 0x04, 0x74, 0x16, 0xad, 0x73
	.byte 0x04, 0x54, 0x00, 0x75, 0x70
	.byte 0x04, 0x74, 0x00, 0x75, 0x70
	.byte 0x02, 0xe6, 0xa2
	.byte 0x02, 0xe5, 0xa2
	.byte 0x03, 0x41, 0xff, 0xa2
	.byte 0x03, 0x61, 0xff, 0xa2
	.byte 0x02, 0x54, 0x95
	.byte 0x02, 0x74, 0x95
	.byte 0x02, 0x41, 0x95
	.byte 0x02, 0x61, 0x95
	.byte 0x02, 0x54, 0x8f
	.byte 0x02, 0x74, 0x8f
	.byte 0x02, 0x41, 0x8f
	.byte 0x02, 0x61, 0x8f
	.byte 0x02, 0x54, 0x86
	.byte 0x02, 0x74, 0x86
	.byte 0x02, 0x41, 0x86
	.byte 0x02, 0x61, 0x86
	.byte 0x02, 0x54, 0x8b
	.byte 0x02, 0x74, 0x8b
	.byte 0x03, 0x54, 0x8b, 0xb7
	.byte 0x03, 0x74, 0x8b, 0xb7
	.byte 0x02, 0x54, 0x5d
	.byte 0x02, 0x74, 0x5d
	.byte 0x07, 0xe6, 0x08, 0xfe, 0xc3, 0xc2, 0xff, 0x78
	.byte 0x07, 0xe5, 0x08, 0xfe, 0xc3, 0xc2, 0xff, 0x78
	.byte 0x03, 0x54, 0x04, 0x6e
	.byte 0x03, 0x74, 0x04, 0x6e
	.byte 0x03, 0x42, 0xbd, 0x32
	.byte 0x03, 0x43, 0xbd, 0x33
	.byte 0x03, 0x44, 0xbd, 0x34
	.byte 0x03, 0x47, 0xbd, 0x37
	.byte 0x03, 0x49, 0xbd, 0x39
	.byte 0x03, 0x52, 0xbc, 0x32
	.byte 0x03, 0x53, 0xbc, 0x33
	.byte 0x03, 0x54, 0xbc, 0x34
	.byte 0x03, 0x56, 0xbc, 0x36
	.byte 0x03, 0x57, 0xbc, 0x37
	.byte 0x03, 0x62, 0xca, 0x32
	.byte 0x03, 0x63, 0xca, 0x33
	.byte 0x03, 0x64, 0xca, 0x34
	.byte 0x03, 0x67, 0xca, 0x37
	.byte 0x03, 0x69, 0xca, 0x39
	.byte 0x03, 0x6e, 0xca, 0x65
	.byte 0x03, 0x70, 0xc9, 0x30
	.byte 0x03, 0x72, 0xc9, 0x32
	.byte 0x03, 0x73, 0xc9, 0x33
	.byte 0x03, 0x74, 0xc9, 0x34
	.byte 0x03, 0x76, 0xc9, 0x36
	.byte 0x03, 0x77, 0xc9, 0x37
	.byte 0x04, 0x2d, 0xf8, 0x32, 0x64
	.byte 0x04, 0x3f, 0xf8, 0x33, 0x66
	.byte 0x04, 0x54, 0xbb, 0x74, 0x7c

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	PTR	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"kallsyms_look"
	.asciz	"look"
	.asciz	"ook"
	.asciz	"__kvm_nvhe___k"
	.asciz	"plai"
	.asciz	"__kcfi_typeid"
	.asciz	"cfi_typeid"
	.asciz	"$d"
	.asciz	"mod_devic"
	.asciz	"od_devic"
	.asciz	"d_devic"
	.asciz	"devic"
	.asciz	"evic"
	.asciz	"vic"
	.asciz	"efistub_memc"
	.asciz	"memc"
	.asciz	"mc"
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
	.asciz	"f_na"
	.asciz	"_na"
	.asciz	"pla"
	.asciz	"00000001."
	.asciz	"__kvm_nvhe___"
	.asciz	"e___"
	.asciz	"___"
	.asciz	"efistub_"
	.asciz	"$"
	.asciz	"fistub_"
	.asciz	"istub_"
	.asciz	"stub_"
	.asciz	"ub_"
	.asciz	"b_"
	.asciz	"T_"
	.asciz	"0000000"
	.asciz	"BB0_1"
	.asciz	"-"
	.asciz	"."
	.asciz	"B0_1"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"foo_veneer2"
	.asciz	"9"
	.asciz	"ARMV5"
	.asciz	"AArch64ADRP"
	.asciz	"RP"
	.asciz	"ASANPC"
	.asciz	"SANPC"
	.asciz	"?"
	.asciz	"NPC"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"AArch64AD"
	.asciz	"rch64AD"
	.asciz	"G"
	.asciz	"ch64AD"
	.asciz	"I"
	.asciz	"64AD"
	.asciz	"PC"
	.asciz	"L"
	.asciz	"M"
	.asciz	"N"
	.asciz	"64A"
	.asciz	"P"
	.asciz	"SA"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"AA"
	.asciz	"V"
	.asciz	"W"
	.asciz	"V5"
	.asciz	"64"
	.asciz	"veneer2"
	.asciz	"_1"
	.asciz	"000"
	.asciz	"L0"
	.asciz	"B0"
	.asciz	"_"
	.asciz	"1."
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"pi_$"
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
	.asciz	"me"
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
	.asciz	"_e"
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
	.asciz	"type_6"
	.asciz	"12"
	.asciz	"st"
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
	.asciz	"ong"
	.asciz	"_n"
	.asciz	"vi"
	.asciz	"ch"
	.asciz	"ng"
	.asciz	".L"
	.asciz	"t__"
	.asciz	"T__"
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
	.asciz	"foo"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"oo"
	.asciz	"e_"
	.asciz	"__"

.globl kallsyms_token_index
	ALGN
kallsyms_token_index:
	.short	0
	.short	14
	.short	19
	.short	23
	.short	38
	.short	43
	.short	57
	.short	68
	.short	71
	.short	81
	.short	90
	.short	98
	.short	104
	.short	109
	.short	113
	.short	126
	.short	131
	.short	134
	.short	138
	.short	141
	.short	147
	.short	151
	.short	154
	.short	174
	.short	185
	.short	195
	.short	204
	.short	212
	.short	218
	.short	223
	.short	227
	.short	231
	.short	241
	.short	255
	.short	260
	.short	264
	.short	273
	.short	275
	.short	283
	.short	290
	.short	296
	.short	300
	.short	303
	.short	306
	.short	314
	.short	320
	.short	322
	.short	324
	.short	329
	.short	331
	.short	333
	.short	335
	.short	337
	.short	339
	.short	341
	.short	343
	.short	345
	.short	357
	.short	359
	.short	365
	.short	377
	.short	380
	.short	387
	.short	393
	.short	395
	.short	399
	.short	401
	.short	403
	.short	405
	.short	407
	.short	417
	.short	425
	.short	427
	.short	434
	.short	436
	.short	441
	.short	444
	.short	446
	.short	448
	.short	450
	.short	454
	.short	456
	.short	459
	.short	461
	.short	463
	.short	465
	.short	468
	.short	470
	.short	472
	.short	475
	.short	478
	.short	486
	.short	489
	.short	493
	.short	496
	.short	499
	.short	501
	.short	504
	.short	506
	.short	508
	.short	510
	.short	512
	.short	514
	.short	516
	.short	518
	.short	520
	.short	522
	.short	527
	.short	529
	.short	531
	.short	533
	.short	535
	.short	537
	.short	539
	.short	541
	.short	543
	.short	545
	.short	547
	.short	549
	.short	551
	.short	553
	.short	555
	.short	557
	.short	570
	.short	583
	.short	587
	.short	590
	.short	597
	.short	602
	.short	607
	.short	621
	.short	625
	.short	629
	.short	634
	.short	638
	.short	656
	.short	661
	.short	671
	.short	681
	.short	699
	.short	713
	.short	718
	.short	723
	.short	727
	.short	752
	.short	757
	.short	762
	.short	772
	.short	780
	.short	790
	.short	817
	.short	825
	.short	837
	.short	844
	.short	868
	.short	874
	.short	888
	.short	892
	.short	896
	.short	901
	.short	905
	.short	909
	.short	913
	.short	916
	.short	923
	.short	926
	.short	930
	.short	934
	.short	938
	.short	944
	.short	947
	.short	950
	.short	955
	.short	958
	.short	961
	.short	965
	.short	971
	.short	974
	.short	977
	.short	980
	.short	983
	.short	986
	.short	989
	.short	993
	.short	997
	.short	1000
	.short	1005
	.short	1008
	.short	1011
	.short	1018
	.short	1025
	.short	1037
	.short	1053
	.short	1060
	.short	1063
	.short	1066
	.short	1070
	.short	1073
	.short	1078
	.short	1081
	.short	1085
	.short	1088
	.short	1095
	.short	1102
	.short	1105
	.short	1108
	.short	1117
	.short	1138
	.short	1146
	.short	1152
	.short	1166
	.short	1176
	.short	1181
	.short	1187
	.short	1193
	.short	1205
	.short	1208
	.short	1212
	.short	1215
	.short	1218
	.short	1221
	.short	1225
	.short	1228
	.short	1232
	.short	1236
	.short	1239
	.short	1242
	.short	1245
	.short	1248
	.short	1251
	.short	1255
	.short	1259
	.short	1269
	.short	1275
	.short	1286
	.short	1294
	.short	1300
	.short	1304
	.short	1307
	.short	1311
	.short	1314
	.short	1317
	.short	1320
	.short	1323
	.short	1326
	.short	1329
	.short	1332
	.short	1337
	.short	1340
	.short	1346
	.short	1350
	.short	1354
	.short	1358
	.short	1361
	.short	1364
	.short	1367

