#include <asm/types.h>
#if BITS_PER_LONG == 64
#define PTR .quad
#define ALGN .align 8
#else
#define PTR .long
#define ALGN .align 4
#endif
	.section .rodata, "a"
.globl kallsyms_addresses
	ALGN
kallsyms_addresses:
	PTR	_text + 0
	PTR	_text + 0
	PTR	_text + 0x250
	PTR	_text + 0x260
	PTR	_text + 0x290
	PTR	_text + 0x2a0
	PTR	_text + 0x2d0
	PTR	_text + 0x2e0
	PTR	_text + 0x310
	PTR	_text + 0x320
	PTR	_text + 0x350
	PTR	_text + 0x360
	PTR	_text + 0x390
	PTR	_text + 0x3a0
	PTR	_text + 0x3d0
	PTR	_text + 0x3e0
	PTR	_text + 0x410
	PTR	_text + 0x420
	PTR	_text + 0x450
	PTR	_text + 0x460
	PTR	_text + 0x490
	PTR	_text + 0x4a0
	PTR	_text + 0x4d0
	PTR	_text + 0x4e0
	PTR	_text + 0x510
	PTR	_text + 0x520
	PTR	_text + 0x550
	PTR	_text + 0x560
	PTR	_text + 0x590
	PTR	_text + 0x5a0
	PTR	_text + 0x5d0
	PTR	_text + 0x5e0
	PTR	_text + 0x610
	PTR	_text + 0x620
	PTR	_text + 0x650
	PTR	_text + 0x660
	PTR	_text + 0x690
	PTR	_text + 0x6a0
	PTR	_text + 0x6d0
	PTR	_text + 0x6e0
	PTR	_text + 0x710
	PTR	_text + 0x720
	PTR	_text + 0x750
	PTR	_text + 0x760
	PTR	_text + 0x790
	PTR	_text + 0x7a0
	PTR	_text + 0x850
	PTR	_text + 0x860
	PTR	_text + 0x890
	PTR	_text + 0x8a0
	PTR	_text + 0x8d0
	PTR	_text + 0x8e0
	PTR	_text + 0x910
	PTR	_text + 0x920
	PTR	_text + 0x950
	PTR	_text + 0x960
	PTR	_text + 0x990
	PTR	_text + 0x9a0
	PTR	_text + 0x9d0
	PTR	_text + 0x9e0
	PTR	_text + 0xa10
	PTR	_text + 0xa20
	PTR	_text + 0xa50
	PTR	_text + 0xa60
	PTR	_text + 0xad0
	PTR	_text + 0xae0
	PTR	_text + 0xb10
	PTR	_text + 0xb20
	PTR	_text + 0xc90
	PTR	_text + 0xca0
	PTR	_text + 0xcd0
	PTR	_text + 0xce0
	PTR	_text + 0xd90
	PTR	_text + 0xda0
	PTR	0xffffffff81000db0
	PTR	0xffffffff81000dc0
	PTR	_text + 0xdd0
	PTR	_text + 0xde0
	PTR	0xffffffff81000df0
	PTR	0xffffffff81000e00
	PTR	_text + 0xe10
	PTR	_text + 0xe20
	PTR	0xffffffff81000e30
	PTR	0xffffffff81000e40
	PTR	_text + 0xe50
	PTR	_text + 0xe60
	PTR	0xffffffff81000e70
	PTR	0xffffffff81000e80
	PTR	_text + 0xe90
	PTR	_text + 0xea0
	PTR	_text + 0xed0
	PTR	_text + 0xee0
	PTR	_text + 0xf10
	PTR	_text + 0xf20
	PTR	_text + 0xf50
	PTR	_text + 0xf60
	PTR	_text + 0xf90
	PTR	_text + 0xfa0
	PTR	_text + 0xfe0
	PTR	_text + 0xff0
	PTR	_text + 0x1000
	PTR	_text + 0x1010
	PTR	_text + 0x1020
	PTR	_text + 0x1040
	PTR	_text + 0x1050
	PTR	_text + 0x1060
	PTR	_text + 0x1080
	PTR	_text + 0x1090
	PTR	_text + 0x10b0
	PTR	_text + 0x10c0
	PTR	_text + 0x10d0
	PTR	_text + 0x10e0
	PTR	_text + 0x10f0
	PTR	_text + 0x1100
	PTR	_text + 0x1110
	PTR	_text + 0x1120
	PTR	_text + 0x1130
	PTR	_text + 0x1140
	PTR	_text + 0x1160
	PTR	_text + 0x1170
	PTR	_text + 0x1180
	PTR	_text + 0x1190
	PTR	_text + 0x11a0

.globl kallsyms_num_syms
	ALGN
kallsyms_num_syms:
	PTR	123

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x02, 0x55, 0x1c
	.byte 0x03, 0x55, 0xc3, 0x4f
	.byte 0x01, 0x5d
	.byte 0x01, 0x5c
	.byte 0x02, 0x5d, 0xac
	.byte 0x02, 0x5c, 0xac
	.byte 0x03, 0x5d, 0x1f, 0xc2
	.byte 0x03, 0x5c, 0x1f, 0xc2
	.byte 0x02, 0x5d, 0x27
	.byte 0x02, 0x5c, 0x27
	.byte 0x03, 0xf0, 0x87, 0xf6
	.byte 0x03, 0xef, 0x87, 0xf6
	.byte 0x02, 0xf0, 0x0d
	.byte 0x02, 0xef, 0x0d
	.byte 0x03, 0x54, 0x7e, 0xf6
	.byte 0x03, 0x74, 0x7e, 0xf6
	.byte 0x05, 0x54, 0x7e, 0x6e, 0x73, 0xf6
	.byte 0x05, 0x74, 0x7e, 0x6e, 0x73, 0xf6
	.byte 0x07, 0xf0, 0x0e, 0xa0, 0x6d, 0x63, 0x70, 0x79
	.byte 0x07, 0xef, 0x0e, 0xa0, 0x6d, 0x63, 0x70, 0x79
	.byte 0x03, 0x4b, 0x24, 0x64
	.byte 0x03, 0x4a, 0x24, 0x64
	.byte 0x03, 0x4b, 0xe3, 0x78
	.byte 0x03, 0x4a, 0xe3, 0x78
	.byte 0x02, 0x4b, 0x88
	.byte 0x02, 0x4a, 0x88
	.byte 0x03, 0xf0, 0x48, 0x78
	.byte 0x03, 0xef, 0x48, 0x78
	.byte 0x03, 0xf0, 0x60, 0x88
	.byte 0x03, 0xef, 0x60, 0x88
	.byte 0x03, 0xf0, 0x1a, 0xe5
	.byte 0x03, 0xef, 0x1a, 0xe5
	.byte 0x03, 0xf0, 0x38, 0xb5
	.byte 0x03, 0xef, 0x38, 0xb5
	.byte 0x03, 0xf0, 0x83, 0x7f
	.byte 0x03, 0xef, 0x83, 0x7f
	.byte 0x04, 0xf0, 0xed, 0x84, 0x7f
	.byte 0x04, 0xef, 0xed, 0x84, 0x7f
	.byte 0x02, 0xf0, 0x5b
	.byte 0x02, 0xef, 0x5b
	.byte 0x02, 0xf0, 0x16
	.byte 0x02, 0xef, 0x16
	.byte 0x05, 0x54, 0xf9, 0x89, 0x64, 0xf6
	.byte 0x05, 0x74, 0xf9, 0x89, 0x64, 0xf6
	.byte 0x06, 0x54, 0x06, 0x6b, 0x89, 0xa8, 0x78
	.byte 0x06, 0x74, 0x06, 0x6b, 0x89, 0xa8, 0x78
	.byte 0x02, 0x54, 0x58
	.byte 0x02, 0x74, 0x58
	.byte 0x02, 0x54, 0x29
	.byte 0x02, 0x74, 0x29
	.byte 0x03, 0xf0, 0xe1, 0x8e
	.byte 0x03, 0xef, 0xe1, 0x8e
	.byte 0x06, 0xf0, 0xe1, 0xb4, 0x74, 0x68, 0x84
	.byte 0x06, 0xef, 0xe1, 0xb4, 0x74, 0x68, 0x84
	.byte 0x02, 0x55, 0x8e
	.byte 0x03, 0x74, 0x5f, 0x8e
	.byte 0x03, 0x54, 0x14, 0x7b
	.byte 0x03, 0x74, 0x14, 0x7b
	.byte 0x04, 0x54, 0xae, 0x91, 0x7b
	.byte 0x04, 0x74, 0xae, 0x91, 0x7b
	.byte 0x04, 0x54, 0x15, 0xc5, 0x78
	.byte 0x04, 0x74, 0x15, 0xc5, 0x78
	.byte 0x04, 0x54, 0x2e, 0x91, 0xc5
	.byte 0x04, 0x74, 0x2e, 0x91, 0xc5
	.byte 0x06, 0x7d, 0x9c, 0x66, 0xb9, 0x74, 0x73
	.byte 0x06, 0x7c, 0x9c, 0x66, 0xb9, 0x74, 0x73
	.byte 0x05, 0x7d, 0xba, 0x6c, 0x00, 0xb9
	.byte 0x05, 0x7c, 0xba, 0x6c, 0x00, 0xb9
	.byte 0x06, 0x7d, 0x09, 0x6e, 0x61, 0xa0, 0x73
	.byte 0x06, 0x7c, 0x09, 0x6e, 0x61, 0xa0, 0x73
	.byte 0x06, 0x7d, 0x6c, 0xfe, 0x6b, 0x75, 0x70
	.byte 0x06, 0x7c, 0x6c, 0xfe, 0x6b, 0x75, 0x70
	.byte 0x02, 0xf0, 0x95
	.byte 0x02, 0xef, 0x95
	.byte 0x03, 0x41, 0xff, 0x95
	.byte 0x03, 0x61, 0xff, 0x95
	.byte 0x02, 0x54, 0x8c
	.byte 0x02, 0x74, 0x8c
	.byte 0x02, 0x41, 0x8c
	.byte 0x02, 0x61, 0x8c
	.byte 0x02, 0x54, 0x85
	.byte 0x02, 0x74, 0x85
	.byte 0x02, 0x41, 0x85
	.byte 0x02, 0x61, 0x85
	.byte 0x02, 0x54, 0x6a
	.byte 0x02, 0x74, 0x6a
	.byte 0x02, 0x41, 0x6a
	.byte 0x02, 0x61, 0x6a
	.byte 0x02, 0x54, 0x80
	.byte 0x02, 0x74, 0x80
	.byte 0x03, 0x54, 0x80, 0xac
	.byte 0x03, 0x74, 0x80, 0xac
	.byte 0x02, 0x54, 0x40
	.byte 0x02, 0x74, 0x40
	.byte 0x0d, 0xf0, 0x6d, 0x6f, 0xa8, 0x64, 0x65, 0xde, 0x63, 0xfd, 0xbc, 0xbb, 0xff, 0x78
	.byte 0x0d, 0xef, 0x6d, 0x6f, 0xa8, 0x64, 0x65, 0xde, 0x63, 0xfd, 0xbc, 0xbb, 0xff, 0x78
	.byte 0x05, 0x54, 0xb8, 0x61, 0x69, 0x6e
	.byte 0x05, 0x74, 0xb8, 0x61, 0x69, 0x6e
	.byte 0x03, 0x42, 0xb2, 0x32
	.byte 0x03, 0x43, 0xb2, 0x33
	.byte 0x03, 0x44, 0xb2, 0x34
	.byte 0x03, 0x47, 0xb2, 0x37
	.byte 0x03, 0x49, 0xb2, 0x39
	.byte 0x03, 0x52, 0xb1, 0x32
	.byte 0x03, 0x53, 0xb1, 0x33
	.byte 0x03, 0x54, 0xb1, 0x34
	.byte 0x03, 0x56, 0xb1, 0x36
	.byte 0x03, 0x57, 0xb1, 0x37
	.byte 0x03, 0x62, 0xc1, 0x32
	.byte 0x03, 0x63, 0xc1, 0x33
	.byte 0x03, 0x64, 0xc1, 0x34
	.byte 0x03, 0x67, 0xc1, 0x37
	.byte 0x03, 0x69, 0xc1, 0x39
	.byte 0x03, 0x6e, 0xc1, 0x65
	.byte 0x03, 0x70, 0xc0, 0x30
	.byte 0x03, 0x72, 0xc0, 0x32
	.byte 0x03, 0x73, 0xc0, 0x33
	.byte 0x03, 0x74, 0xc0, 0x34
	.byte 0x03, 0x76, 0xc0, 0x36
	.byte 0x03, 0x77, 0xc0, 0x37
	.byte 0x04, 0x2d, 0xf8, 0x32, 0x64
	.byte 0x04, 0x3f, 0xf8, 0x33, 0x66
	.byte 0x03, 0x54, 0xb0, 0x1c

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	PTR	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"ative_ba"
	.asciz	"tive_ba"
	.asciz	"ive_ba"
	.asciz	"ve_ba"
	.asciz	"e_ba"
	.asciz	"ba"
	.asciz	"__kvm_nvhe___"
	.asciz	"e___"
	.asciz	"___"
	.asciz	"seqs_of_"
	.asciz	"qs_of_"
	.asciz	"s_of_"
	.asciz	"of_"
	.asciz	"crc_"
	.asciz	"efistub_"
	.asciz	"fistub_"
	.asciz	"istub_"
	.asciz	"stub_"
	.asciz	"ub_"
	.asciz	"b_"
	.asciz	"foo.long"
	.asciz	"00000001.long"
	.asciz	"microLA25Thunk_foo"
	.asciz	"icroLA25Thunk_foo"
	.asciz	"croLA25Thunk_foo"
	.asciz	"roLA25Thunk_foo"
	.asciz	"AArch64ADRP"
	.asciz	"RP"
	.asciz	"text"
	.asciz	"00000001."
	.asciz	"AArch64AD"
	.asciz	"ASANPC"
	.asciz	"NPC"
	.asciz	"PC"
	.asciz	"ASA"
	.asciz	"SA"
	.asciz	"$"
	.asciz	"AArch64A"
	.asciz	"0000000"
	.asciz	"BB0_1"
	.asciz	"B0_1"
	.asciz	"foo_veneer2"
	.asciz	"AArch64"
	.asciz	"Arch64"
	.asciz	"rch64"
	.asciz	"-"
	.asciz	"."
	.asciz	"ch64"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"ARMV5"
	.asciz	"9"
	.asciz	"V5"
	.asciz	"64"
	.asciz	"veneer2"
	.asciz	"_1"
	.asciz	"000"
	.asciz	"?"
	.asciz	"L0"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"B0"
	.asciz	"1."
	.asciz	"G"
	.asciz	"pi_$"
	.asciz	"I"
	.asciz	"t__kvm_nvhe_"
	.asciz	"T__kvm_nvhe_"
	.asciz	"L"
	.asciz	"M"
	.asciz	"N"
	.asciz	"ext"
	.asciz	"P"
	.asciz	"xt"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"T_"
	.asciz	"V"
	.asciz	"W"
	.asciz	"veneer"
	.asciz	"neer"
	.asciz	"0000"
	.asciz	"LA25Thunk_foo"
	.asciz	"t.L"
	.asciz	"T.L"
	.asciz	"long"
	.asciz	"_"
	.asciz	"pi_"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"__kernel_sigtramp"
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
	.asciz	"ramp"
	.asciz	"_branch.bar"
	.asciz	"tkallsyms_"
	.asciz	"Tkallsyms_"
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
	.asciz	"_break"
	.asciz	"from_arm"
	.asciz	"__kstr"
	.asciz	"__kernel_sigt"
	.asciz	"plt"
	.asciz	"igt"
	.asciz	"__kernel_s"
	.asciz	"str"
	.asciz	"gp"
	.asciz	"foo_co"
	.asciz	"arm"
	.asciz	"reak"
	.asciz	"mpi"
	.asciz	"typei"
	.asciz	"ig"
	.asciz	"of"
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
	.asciz	"rea"
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
	.asciz	"se"
	.asciz	"re"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"PIL"
	.asciz	"PI"
	.asciz	"type_7"
	.asciz	"type_6"
	.asciz	"12"
	.asciz	"st"
	.asciz	"kallsyms_"
	.asciz	"_branch."
	.asciz	"__kernel_syscall_via"
	.asciz	"all_via"
	.asciz	"l_via"
	.asciz	"__kernel_sysc"
	.asciz	"sysc"
	.asciz	"__kvm_nvh"
	.asciz	"kallsym"
	.asciz	"allsym"
	.asciz	"_bran"
	.asciz	"__kvm_n"
	.asciz	"__kv"
	.asciz	"ar"
	.asciz	"mp"
	.asciz	"ro"
	.asciz	"m_n"
	.asciz	"ran"
	.asciz	"sym"
	.asciz	"all"
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
	.asciz	"s_"
	.asciz	".L"
	.asciz	"__kernel_"
	.asciz	"Thunk_foo"
	.asciz	"__kerne"
	.asciz	"__ker"
	.asciz	"Thunk"
	.asciz	"unk"
	.asciz	"_b"
	.asciz	"ra"
	.asciz	"00"
	.asciz	"Th"
	.asciz	"m_"
	.asciz	"t__"
	.asciz	"T__"
	.asciz	"sy"
	.asciz	"er"
	.asciz	"un"
	.asciz	"al"
	.asciz	"ne"
	.asciz	"_foo"
	.asciz	"l_"
	.asciz	"type_"
	.asciz	"__k"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"foo"
	.asciz	"e_"
	.asciz	"oo"
	.asciz	"__"

.globl kallsyms_token_index
	ALGN
kallsyms_token_index:
	.short	0
	.short	9
	.short	17
	.short	24
	.short	30
	.short	35
	.short	38
	.short	52
	.short	57
	.short	61
	.short	70
	.short	77
	.short	83
	.short	87
	.short	92
	.short	101
	.short	109
	.short	116
	.short	122
	.short	126
	.short	129
	.short	138
	.short	152
	.short	171
	.short	189
	.short	206
	.short	222
	.short	234
	.short	237
	.short	242
	.short	252
	.short	262
	.short	269
	.short	273
	.short	276
	.short	280
	.short	283
	.short	285
	.short	294
	.short	302
	.short	308
	.short	313
	.short	325
	.short	333
	.short	340
	.short	346
	.short	348
	.short	350
	.short	355
	.short	357
	.short	359
	.short	361
	.short	363
	.short	365
	.short	367
	.short	369
	.short	371
	.short	377
	.short	379
	.short	382
	.short	385
	.short	393
	.short	396
	.short	400
	.short	402
	.short	405
	.short	407
	.short	409
	.short	411
	.short	413
	.short	416
	.short	419
	.short	421
	.short	426
	.short	428
	.short	441
	.short	454
	.short	456
	.short	458
	.short	460
	.short	464
	.short	466
	.short	469
	.short	471
	.short	473
	.short	475
	.short	478
	.short	480
	.short	482
	.short	489
	.short	494
	.short	499
	.short	513
	.short	517
	.short	521
	.short	526
	.short	528
	.short	532
	.short	534
	.short	536
	.short	538
	.short	540
	.short	542
	.short	544
	.short	546
	.short	548
	.short	550
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
	.short	615
	.short	626
	.short	637
	.short	647
	.short	665
	.short	679
	.short	684
	.short	689
	.short	693
	.short	697
	.short	722
	.short	727
	.short	731
	.short	736
	.short	746
	.short	754
	.short	764
	.short	791
	.short	798
	.short	807
	.short	814
	.short	828
	.short	832
	.short	836
	.short	847
	.short	851
	.short	854
	.short	861
	.short	865
	.short	870
	.short	874
	.short	880
	.short	883
	.short	886
	.short	889
	.short	894
	.short	897
	.short	900
	.short	904
	.short	910
	.short	913
	.short	916
	.short	926
	.short	929
	.short	933
	.short	936
	.short	939
	.short	942
	.short	946
	.short	950
	.short	953
	.short	958
	.short	961
	.short	964
	.short	971
	.short	978
	.short	990
	.short	996
	.short	1012
	.short	1019
	.short	1023
	.short	1026
	.short	1029
	.short	1032
	.short	1035
	.short	1039
	.short	1042
	.short	1046
	.short	1049
	.short	1056
	.short	1063
	.short	1066
	.short	1069
	.short	1079
	.short	1088
	.short	1109
	.short	1117
	.short	1123
	.short	1137
	.short	1142
	.short	1152
	.short	1160
	.short	1167
	.short	1173
	.short	1181
	.short	1186
	.short	1189
	.short	1192
	.short	1195
	.short	1199
	.short	1203
	.short	1207
	.short	1211
	.short	1214
	.short	1217
	.short	1221
	.short	1224
	.short	1228
	.short	1232
	.short	1235
	.short	1238
	.short	1241
	.short	1246
	.short	1249
	.short	1252
	.short	1262
	.short	1272
	.short	1280
	.short	1286
	.short	1292
	.short	1296
	.short	1299
	.short	1302
	.short	1305
	.short	1308
	.short	1311
	.short	1315
	.short	1319
	.short	1322
	.short	1325
	.short	1328
	.short	1331
	.short	1334
	.short	1339
	.short	1342
	.short	1348
	.short	1352
	.short	1356
	.short	1359
	.short	1363
	.short	1366
	.short	1369

