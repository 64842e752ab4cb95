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
	.long	0xfffffcaf
	.long	0xfffffc9f
	.long	0xfffffc6f
	.long	0xfffffc5f
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
	.long	0xfffff72f
	.long	0xfffff71f
	.long	0xfffff6ef
	.long	0xfffff6df
	.long	0xfffff6af
	.long	0xfffff69f
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
	PTR	119

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x02, 0x5b, 0x1e
	.byte 0x03, 0x5b, 0xc9, 0x59
	.byte 0x01, 0x7a
	.byte 0x01, 0x6a
	.byte 0x02, 0x7a, 0xb3
	.byte 0x02, 0x6a, 0xb3
	.byte 0x03, 0x7a, 0x28, 0xc8
	.byte 0x03, 0x6a, 0x28, 0xc8
	.byte 0x02, 0x7a, 0x23
	.byte 0x02, 0x6a, 0x23
	.byte 0x03, 0xf2, 0x8a, 0xf6
	.byte 0x03, 0xf1, 0x8a, 0xf6
	.byte 0x02, 0xf2, 0x10
	.byte 0x02, 0xf1, 0x10
	.byte 0x03, 0x54, 0x81, 0xf6
	.byte 0x03, 0x74, 0x81, 0xf6
	.byte 0x05, 0x54, 0x81, 0x6e, 0x73, 0xf6
	.byte 0x05, 0x74, 0x81, 0x6e, 0x73, 0xf6
	.byte 0x04, 0xf2, 0x03, 0x70, 0x79
	.byte 0x04, 0xf1, 0x03, 0x70, 0x79
	.byte 0x03, 0x58, 0x24, 0x64
	.byte 0x03, 0x55, 0x24, 0x64
	.byte 0x03, 0x58, 0xe3, 0x78
	.byte 0x03, 0x55, 0xe3, 0x78
	.byte 0x02, 0x58, 0x8b
	.byte 0x02, 0x55, 0x8b
	.byte 0x03, 0xf2, 0x51, 0x78
	.byte 0x03, 0xf1, 0x51, 0x78
	.byte 0x03, 0xf2, 0x7c, 0x8b
	.byte 0x03, 0xf1, 0x7c, 0x8b
	.byte 0x03, 0xf2, 0x1f, 0xe4
	.byte 0x03, 0xf1, 0x1f, 0xe4
	.byte 0x03, 0xf2, 0x3d, 0xbc
	.byte 0x03, 0xf1, 0x3d, 0xbc
	.byte 0x03, 0xf2, 0x86, 0x82
	.byte 0x03, 0xf1, 0x86, 0x82
	.byte 0x04, 0xf2, 0xef, 0x87, 0x82
	.byte 0x04, 0xf1, 0xef, 0x87, 0x82
	.byte 0x02, 0xf2, 0x60
	.byte 0x02, 0xf1, 0x60
	.byte 0x02, 0xf2, 0x09
	.byte 0x02, 0xf1, 0x09
	.byte 0x05, 0x54, 0xf9, 0x8c, 0x64, 0xf6
	.byte 0x05, 0x74, 0xf9, 0x8c, 0x64, 0xf6
	.byte 0x06, 0x54, 0x0d, 0x6b, 0x8c, 0xaf, 0x78
	.byte 0x06, 0x74, 0x0d, 0x6b, 0x8c, 0xaf, 0x78
	.byte 0x02, 0x54, 0x5c
	.byte 0x02, 0x74, 0x5c
	.byte 0x02, 0x54, 0x26
	.byte 0x02, 0x74, 0x26
	.byte 0x03, 0xf2, 0xe2, 0x91
	.byte 0x03, 0xf1, 0xe2, 0x91
	.byte 0x06, 0xf2, 0xe2, 0xbb, 0x74, 0x68, 0x87
	.byte 0x06, 0xf1, 0xe2, 0xbb, 0x74, 0x68, 0x87
	.byte 0x02, 0x5b, 0x91
	.byte 0x03, 0x74, 0x5f, 0x91
	.byte 0x04, 0x54, 0xb5, 0x7b, 0x7f
	.byte 0x04, 0x74, 0xb5, 0x7b, 0x7f
	.byte 0x04, 0x54, 0xb5, 0x96, 0x7f
	.byte 0x04, 0x74, 0xb5, 0x96, 0x7f
	.byte 0x05, 0x54, 0x21, 0x7b, 0xca, 0x78
	.byte 0x05, 0x74, 0x21, 0x7b, 0xca, 0x78
	.byte 0x04, 0x54, 0x2e, 0x96, 0xca
	.byte 0x04, 0x74, 0x2e, 0x96, 0xca
	.byte 0x04, 0x54, 0x07, 0xa7, 0x73
	.byte 0x04, 0x74, 0x07, 0xa7, 0x73
	.byte 0x07, 0x54, 0x80, 0x6c, 0xfe, 0x6b, 0x75, 0x70
	.byte 0x07, 0x74, 0x80, 0x6c, 0xfe, 0x6b, 0x75, 0x70
	.byte 0x02, 0xf2, 0x9b
	.byte 0x02, 0xf1, 0x9b
	.byte 0x03, 0x41, 0xff, 0x9b
	.byte 0x03, 0x61, 0xff, 0x9b
	.byte 0x02, 0x54, 0x8f
	.byte 0x02, 0x74, 0x8f
	.byte 0x02, 0x41, 0x8f
	.byte 0x02, 0x61, 0x8f
	.byte 0x02, 0x54, 0x88
	.byte 0x02, 0x74, 0x88
	.byte 0x02, 0x41, 0x88
	.byte 0x02, 0x61, 0x88
	.byte 0x02, 0x54, 0x7d
	.byte 0x02, 0x74, 0x7d
	.byte 0x02, 0x41, 0x7d
	.byte 0x02, 0x61, 0x7d
	.byte 0x02, 0x54, 0x83
	.byte 0x02, 0x74, 0x83
	.byte 0x03, 0x54, 0x83, 0xb3
	.byte 0x03, 0x74, 0x83, 0xb3
	.byte 0x02, 0x54, 0x4a
	.byte 0x02, 0x74, 0x4a
	.byte 0x0a, 0xf2, 0x6d, 0x6f, 0xaf, 0x00, 0xfc, 0xc1, 0xc0, 0xff, 0x78
	.byte 0x0a, 0xf1, 0x6d, 0x6f, 0xaf, 0x00, 0xfc, 0xc1, 0xc0, 0xff, 0x78
	.byte 0x04, 0x54, 0x06, 0x69, 0x6e
	.byte 0x04, 0x74, 0x06, 0x69, 0x6e
	.byte 0x03, 0x42, 0xb9, 0x32
	.byte 0x03, 0x43, 0xb9, 0x33
	.byte 0x03, 0x44, 0xb9, 0x34
	.byte 0x03, 0x47, 0xb9, 0x37
	.byte 0x03, 0x49, 0xb9, 0x39
	.byte 0x03, 0x52, 0xb8, 0x32
	.byte 0x03, 0x53, 0xb8, 0x33
	.byte 0x03, 0x54, 0xb8, 0x34
	.byte 0x03, 0x56, 0xb8, 0x36
	.byte 0x03, 0x57, 0xb8, 0x37
	.byte 0x03, 0x62, 0xc7, 0x32
	.byte 0x03, 0x63, 0xc7, 0x33
	.byte 0x03, 0x64, 0xc7, 0x34
	.byte 0x03, 0x67, 0xc7, 0x37
	.byte 0x03, 0x69, 0xc7, 0x39
	.byte 0x03, 0x6e, 0xc7, 0x65
	.byte 0x03, 0x70, 0xc6, 0x30
	.byte 0x03, 0x72, 0xc6, 0x32
	.byte 0x03, 0x73, 0xc6, 0x33
	.byte 0x03, 0x74, 0xc6, 0x34
	.byte 0x03, 0x76, 0xc6, 0x36
	.byte 0x03, 0x77, 0xc6, 0x37
	.byte 0x04, 0x2d, 0xf8, 0x32, 0x64
	.byte 0x04, 0x3f, 0xf8, 0x33, 0x66
	.byte 0x03, 0x54, 0xb7, 0x1e

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	PTR	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"devic"
	.asciz	"evic"
	.asciz	"vic"
	.asciz	"efistub_memc"
	.asciz	"memc"
	.asciz	"mc"
	.asciz	"pla"
	.asciz	"kallsyms_seqs_of_na"
	.asciz	"na"
	.asciz	"microLA25Thunk_foo"
	.asciz	"icroLA25Thunk_foo"
	.asciz	"croLA25Thunk_foo"
	.asciz	"roLA25Thunk_foo"
	.asciz	"__kvm_nvhe___"
	.asciz	"e___"
	.asciz	"___"
	.asciz	"crc_"
	.asciz	"kallsyms_seqs_of_"
	.asciz	"seqs_of_"
	.asciz	"eqs_of_"
	.asciz	"qs_of_"
	.asciz	"s_of_"
	.asciz	"of_"
	.asciz	"f_"
	.asciz	"efistub_"
	.asciz	"fistub_"
	.asciz	"istub_"
	.asciz	"stub_"
	.asciz	"ub_"
	.asciz	"b_"
	.asciz	"text"
	.asciz	"AArch64ADRP"
	.asciz	"RP"
	.asciz	"00000001."
	.asciz	"0000000"
	.asciz	"BB0_1"
	.asciz	"$"
	.asciz	"B0_1"
	.asciz	"foo_veneer2"
	.asciz	"AArch64AD"
	.asciz	"ASANPC"
	.asciz	"NPC"
	.asciz	"PC"
	.asciz	"ASA"
	.asciz	"SA"
	.asciz	"-"
	.asciz	"."
	.asciz	"AArch64A"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"AArch64"
	.asciz	"9"
	.asciz	"Arch64"
	.asciz	"rch64"
	.asciz	"ch64"
	.asciz	"ARMV5"
	.asciz	"V5"
	.asciz	"?"
	.asciz	"64"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"veneer2"
	.asciz	"_1"
	.asciz	"G"
	.asciz	"000"
	.asciz	"I"
	.asciz	"L0"
	.asciz	"B0"
	.asciz	"L"
	.asciz	"M"
	.asciz	"N"
	.asciz	"1."
	.asciz	"P"
	.asciz	"pi_$"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"t__kvm_nvhe_"
	.asciz	"V"
	.asciz	"W"
	.asciz	"T__kvm_nvhe_"
	.asciz	"ext"
	.asciz	"xt"
	.asciz	"T_"
	.asciz	"veneer"
	.asciz	"neer"
	.asciz	"0000"
	.asciz	"_"
	.asciz	"LA25Thunk_foo"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"t.L"
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
	.asciz	"T.L"
	.asciz	"long"
	.asciz	"pi_"
	.asciz	"__kernel_sigtramp"
	.asciz	"ramp"
	.asciz	"_branch.bar"
	.asciz	"kallsyms_"
	.asciz	"__kstrtab"
	.asciz	"V7PILongThunk_foo"
	.asciz	"foo_compiled."
	.asciz	"led."
	.asciz	"LA25"
	.asciz	"ARM"
	.asciz	"umb"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"_epc"
	.asciz	"crc"
	.asciz	"func"
	.asciz	"cfi_typei"
	.asciz	"i_typei"
	.asciz	"foo_compi"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"kallsym"
	.asciz	"from_arm"
	.asciz	"__kstr"
	.asciz	"__kernel_syscall_via_br"
	.asciz	"kalls"
	.asciz	"__kernel_sigt"
	.asciz	"plt"
	.asciz	"igt"
	.asciz	"alls"
	.asciz	"_br"
	.asciz	"str"
	.asciz	"gp"
	.asciz	"foo_co"
	.asciz	"arm"
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
	.asciz	"rc"
	.asciz	"pc"
	.asciz	"_branch.b"
	.asciz	"mb"
	.asciz	"ea"
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
	.asciz	"from_"
	.asciz	"PILongThunk_foo"
	.asciz	"PILong"
	.asciz	"fro"
	.asciz	"pl"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
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
	.asciz	"_bran"
	.asciz	"__kvm_n"
	.asciz	"__kernel_sy"
	.asciz	"__kv"
	.asciz	"ar"
	.asciz	"mp"
	.asciz	"ro"
	.asciz	"m_n"
	.asciz	"ran"
	.asciz	"vh"
	.asciz	"sc"
	.asciz	"via"
	.asciz	"i_"
	.asciz	"ch."
	.asciz	"ong"
	.asciz	"vi"
	.asciz	"ch"
	.asciz	"ng"
	.asciz	"foo_"
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
	.asciz	"m_"
	.asciz	"t__"
	.asciz	"T__"
	.asciz	"er"
	.asciz	"un"
	.asciz	"ne"
	.asciz	"_foo"
	.asciz	"l_"
	.asciz	"type_"
	.asciz	"__k"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"e_"
	.asciz	"foo"
	.asciz	"oo"
	.asciz	"__"

.globl kallsyms_token_index
	ALGN
kallsyms_token_index:
	.short	0
	.short	6
	.short	11
	.short	15
	.short	28
	.short	33
	.short	36
	.short	40
	.short	60
	.short	63
	.short	82
	.short	100
	.short	117
	.short	133
	.short	147
	.short	152
	.short	156
	.short	161
	.short	179
	.short	188
	.short	196
	.short	203
	.short	209
	.short	213
	.short	216
	.short	225
	.short	233
	.short	240
	.short	246
	.short	250
	.short	253
	.short	258
	.short	270
	.short	273
	.short	283
	.short	291
	.short	297
	.short	299
	.short	304
	.short	316
	.short	326
	.short	333
	.short	337
	.short	340
	.short	344
	.short	347
	.short	349
	.short	351
	.short	360
	.short	362
	.short	364
	.short	366
	.short	368
	.short	370
	.short	372
	.short	374
	.short	376
	.short	384
	.short	386
	.short	393
	.short	399
	.short	404
	.short	410
	.short	413
	.short	415
	.short	418
	.short	420
	.short	422
	.short	424
	.short	426
	.short	434
	.short	437
	.short	439
	.short	443
	.short	445
	.short	448
	.short	451
	.short	453
	.short	455
	.short	457
	.short	460
	.short	462
	.short	467
	.short	469
	.short	471
	.short	473
	.short	486
	.short	488
	.short	490
	.short	503
	.short	507
	.short	510
	.short	513
	.short	520
	.short	525
	.short	530
	.short	532
	.short	546
	.short	548
	.short	550
	.short	552
	.short	554
	.short	556
	.short	558
	.short	560
	.short	562
	.short	564
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
	.short	602
	.short	607
	.short	611
	.short	629
	.short	634
	.short	646
	.short	656
	.short	666
	.short	684
	.short	698
	.short	703
	.short	708
	.short	712
	.short	716
	.short	741
	.short	746
	.short	750
	.short	755
	.short	765
	.short	773
	.short	783
	.short	810
	.short	818
	.short	827
	.short	834
	.short	858
	.short	864
	.short	878
	.short	882
	.short	886
	.short	891
	.short	895
	.short	899
	.short	902
	.short	909
	.short	913
	.short	916
	.short	920
	.short	924
	.short	928
	.short	934
	.short	937
	.short	940
	.short	945
	.short	948
	.short	951
	.short	955
	.short	961
	.short	964
	.short	967
	.short	977
	.short	980
	.short	983
	.short	986
	.short	989
	.short	992
	.short	996
	.short	1000
	.short	1003
	.short	1008
	.short	1011
	.short	1014
	.short	1021
	.short	1028
	.short	1040
	.short	1046
	.short	1062
	.short	1069
	.short	1073
	.short	1076
	.short	1079
	.short	1083
	.short	1086
	.short	1089
	.short	1093
	.short	1096
	.short	1103
	.short	1110
	.short	1113
	.short	1116
	.short	1125
	.short	1146
	.short	1154
	.short	1160
	.short	1174
	.short	1184
	.short	1190
	.short	1198
	.short	1210
	.short	1215
	.short	1218
	.short	1221
	.short	1224
	.short	1228
	.short	1232
	.short	1235
	.short	1238
	.short	1242
	.short	1245
	.short	1249
	.short	1253
	.short	1256
	.short	1259
	.short	1262
	.short	1267
	.short	1270
	.short	1280
	.short	1286
	.short	1297
	.short	1305
	.short	1311
	.short	1315
	.short	1318
	.short	1322
	.short	1325
	.short	1328
	.short	1331
	.short	1334
	.short	1337
	.short	1341
	.short	1345
	.short	1348
	.short	1351
	.short	1354
	.short	1359
	.short	1362
	.short	1368
	.short	1372
	.short	1376
	.short	1379
	.short	1382
	.short	1386
	.short	1389

