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
	PTR	_text + 0x7d0
	PTR	_text + 0x7e0
	PTR	_text + 0x810
	PTR	_text + 0x820
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
	PTR	_text + 0x1030
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
	PTR	124

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x02, 0xb0, 0x21
	.byte 0x03, 0xb0, 0xc1, 0x5c
	.byte 0x01, 0x7b
	.byte 0x01, 0x7a
	.byte 0x02, 0x7b, 0x48
	.byte 0x02, 0x7a, 0x48
	.byte 0x03, 0x7b, 0x2b, 0xae
	.byte 0x03, 0x7a, 0x2b, 0xae
	.byte 0x02, 0x7b, 0x27
	.byte 0x02, 0x7a, 0x27
	.byte 0x03, 0xf0, 0x88, 0xf4
	.byte 0x03, 0xef, 0x88, 0xf4
	.byte 0x02, 0xf0, 0x0d
	.byte 0x02, 0xef, 0x0d
	.byte 0x03, 0x54, 0x82, 0xf4
	.byte 0x03, 0x74, 0x82, 0xf4
	.byte 0x05, 0x54, 0x82, 0x6e, 0x73, 0xf4
	.byte 0x05, 0x74, 0x82, 0x6e, 0x73, 0xf4
	.byte 0x07, 0xf0, 0x0f, 0xa1, 0x6d, 0x63, 0x70, 0x79
	.byte 0x07, 0xef, 0x0f, 0xa1, 0x6d, 0x63, 0x70, 0x79
	.byte 0x03, 0x5b, 0x24, 0x64
	.byte 0x03, 0x5a, 0x24, 0x64
	.byte 0x03, 0x5b, 0xe3, 0x78
	.byte 0x03, 0x5a, 0xe3, 0x78
	.byte 0x02, 0x5b, 0x89
	.byte 0x02, 0x5a, 0x89
	.byte 0x03, 0xf0, 0x59, 0x78
	.byte 0x03, 0xef, 0x59, 0x78
	.byte 0x03, 0xf0, 0x7d, 0x89
	.byte 0x03, 0xef, 0x7d, 0x89
	.byte 0x03, 0xf0, 0x23, 0xe7
	.byte 0x03, 0xef, 0x23, 0xe7
	.byte 0x03, 0xf0, 0x29, 0xb4
	.byte 0x03, 0xef, 0x29, 0xb4
	.byte 0x03, 0xf0, 0x85, 0x83
	.byte 0x03, 0xef, 0x85, 0x83
	.byte 0x04, 0xf0, 0xed, 0x86, 0x83
	.byte 0x04, 0xef, 0xed, 0x86, 0x83
	.byte 0x02, 0xf0, 0x6a
	.byte 0x02, 0xef, 0x6a
	.byte 0x06, 0xf0, 0x6d, 0x69, 0x63, 0xd2, 0x6a
	.byte 0x06, 0xef, 0x6d, 0x69, 0x63, 0xd2, 0x6a
	.byte 0x05, 0x54, 0xf9, 0x8a, 0x64, 0xf4
	.byte 0x05, 0x74, 0xf9, 0x8a, 0x64, 0xf4
	.byte 0x06, 0x54, 0x15, 0x6b, 0x8a, 0xa9, 0x78
	.byte 0x06, 0x74, 0x15, 0x6b, 0x8a, 0xa9, 0x78
	.byte 0x02, 0x54, 0x81
	.byte 0x02, 0x74, 0x81
	.byte 0x02, 0xb0, 0xc2
	.byte 0x02, 0x0e, 0xc2
	.byte 0x02, 0x54, 0xc2
	.byte 0x02, 0x74, 0xc2
	.byte 0x02, 0x54, 0x4a
	.byte 0x02, 0x74, 0x4a
	.byte 0x03, 0xf0, 0xdb, 0x8e
	.byte 0x03, 0xef, 0xdb, 0x8e
	.byte 0x06, 0xf0, 0xdb, 0xb3, 0x74, 0x68, 0x86
	.byte 0x06, 0xef, 0xdb, 0xb3, 0x74, 0x68, 0x86
	.byte 0x02, 0xb0, 0x8e
	.byte 0x02, 0x0e, 0x8e
	.byte 0x04, 0x54, 0xaf, 0x7c, 0x7e
	.byte 0x04, 0x74, 0xaf, 0x7c, 0x7e
	.byte 0x04, 0x54, 0xaf, 0x92, 0x7e
	.byte 0x04, 0x74, 0xaf, 0x92, 0x7e
	.byte 0x05, 0x54, 0x22, 0x7c, 0xc5, 0x78
	.byte 0x05, 0x74, 0x22, 0x7c, 0xc5, 0x78
	.byte 0x04, 0x54, 0x2e, 0x92, 0xc5
	.byte 0x04, 0x74, 0x2e, 0x92, 0xc5
	.byte 0x06, 0x80, 0x9d, 0x66, 0xb8, 0x74, 0x73
	.byte 0x06, 0x7f, 0x9d, 0x66, 0xb8, 0x74, 0x73
	.byte 0x03, 0x80, 0x01, 0xb8
	.byte 0x03, 0x7f, 0x01, 0xb8
	.byte 0x05, 0x80, 0x09, 0x00, 0xa1, 0x73
	.byte 0x05, 0x7f, 0x09, 0x00, 0xa1, 0x73
	.byte 0x06, 0x80, 0x6c, 0xfd, 0x6b, 0x75, 0x70
	.byte 0x06, 0x7f, 0x6c, 0xfd, 0x6b, 0x75, 0x70
	.byte 0x02, 0xf0, 0x97
	.byte 0x02, 0xef, 0x97
	.byte 0x03, 0x41, 0xff, 0x97
	.byte 0x03, 0x61, 0xff, 0x97
	.byte 0x02, 0x54, 0x8c
	.byte 0x02, 0x74, 0x8c
	.byte 0x02, 0x41, 0x8c
	.byte 0x02, 0x61, 0x8c
	.byte 0x02, 0x54, 0x87
	.byte 0x02, 0x74, 0x87
	.byte 0x02, 0x41, 0x87
	.byte 0x02, 0x61, 0x87
	.byte 0x02, 0x54, 0x8f
	.byte 0x02, 0x74, 0x8f
	.byte 0x02, 0x41, 0x8f
	.byte 0x02, 0x61, 0x8f
	.byte 0x02, 0x54, 0x51
	.byte 0x02, 0x74, 0x51
	.byte 0x03, 0xf0, 0x17, 0x78
	.byte 0x03, 0xef, 0x17, 0x78
	.byte 0x05, 0x54, 0xb7, 0x61, 0x69, 0x6e
	.byte 0x05, 0x74, 0xb7, 0x61, 0x69, 0x6e
	.byte 0x03, 0x42, 0xc0, 0x32
	.byte 0x03, 0x43, 0xc0, 0x33
	.byte 0x03, 0x44, 0xc0, 0x34
	.byte 0x03, 0x47, 0xc0, 0x37
	.byte 0x03, 0x49, 0xc0, 0x39
	.byte 0x03, 0x4e, 0xc0, 0x65
	.byte 0x03, 0x52, 0xb1, 0x32
	.byte 0x03, 0x53, 0xb1, 0x33
	.byte 0x03, 0x54, 0xb1, 0x34
	.byte 0x03, 0x56, 0xb1, 0x36
	.byte 0x03, 0x57, 0xb1, 0x37
	.byte 0x03, 0x62, 0xbf, 0x32
	.byte 0x03, 0x63, 0xbf, 0x33
	.byte 0x03, 0x64, 0xbf, 0x34
	.byte 0x03, 0x67, 0xbf, 0x37
	.byte 0x03, 0x69, 0xbf, 0x39
	.byte 0x03, 0x6e, 0xbf, 0x65
	.byte 0x03, 0x70, 0xbe, 0x30
	.byte 0x03, 0x72, 0xbe, 0x32
	.byte 0x03, 0x73, 0xbe, 0x33
	.byte 0x03, 0x74, 0xbe, 0x34
	.byte 0x03, 0x76, 0xbe, 0x36
	.byte 0x03, 0x77, 0xbe, 0x37
	.byte 0x04, 0x2d, 0xf8, 0x32, 0x64
	.byte 0x04, 0x3f, 0xf8, 0x33, 0x66
	.byte 0x03, 0xb0, 0x65, 0x21

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	PTR	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"na"
	.asciz	"relative_ba"
	.asciz	"lative_ba"
	.asciz	"ative_ba"
	.asciz	"tive_ba"
	.asciz	"ive_ba"
	.asciz	"ve_ba"
	.asciz	"e_ba"
	.asciz	"ba"
	.asciz	"seqs_of_"
	.asciz	"qs_of_"
	.asciz	"s_of_"
	.asciz	"of_"
	.asciz	"crc_"
	.asciz	"t_"
	.asciz	"efistub_"
	.asciz	"fistub_"
	.asciz	"istub_"
	.asciz	"stub_"
	.asciz	"ub_"
	.asciz	"b_"
	.asciz	"__kvm_nvhe___"
	.asciz	"__kvm_nvhe__"
	.asciz	"mod_device_table__"
	.asciz	"od_device_table__"
	.asciz	"d_device_table__"
	.asciz	"device_table__"
	.asciz	"evice_table__"
	.asciz	"vice_table__"
	.asciz	"ce_table__"
	.asciz	"e_table__"
	.asciz	"table__"
	.asciz	"le__"
	.asciz	"text"
	.asciz	"00000001."
	.asciz	"AArch64ADRP"
	.asciz	"$"
	.asciz	"RP"
	.asciz	"0000000"
	.asciz	"BB0_1"
	.asciz	"B0_1"
	.asciz	"ARMV5"
	.asciz	"AArch64AD"
	.asciz	"ASANPC"
	.asciz	"NPC"
	.asciz	"-"
	.asciz	"."
	.asciz	"PC"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"ASA"
	.asciz	"9"
	.asciz	"SA"
	.asciz	"AArch64A"
	.asciz	"rch64A"
	.asciz	"ch64A"
	.asciz	"64A"
	.asciz	"?"
	.asciz	"AA"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"V5"
	.asciz	"64"
	.asciz	"G"
	.asciz	"123"
	.asciz	"I"
	.asciz	"foo_veneer2"
	.asciz	"_1"
	.asciz	"L"
	.asciz	"M"
	.asciz	"N"
	.asciz	"000"
	.asciz	"P"
	.asciz	"L0"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"B0"
	.asciz	"V"
	.asciz	"W"
	.asciz	"1."
	.asciz	"pi_$"
	.asciz	"t__kvm_nvhe_"
	.asciz	"T__kvm_nvhe_"
	.asciz	"ext"
	.asciz	"xt"
	.asciz	"e__"
	.asciz	"_"
	.asciz	"0000"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"LA25Thunk_foo"
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
	.asciz	"t.L"
	.asciz	"T.L"
	.asciz	"long"
	.asciz	"pi_"
	.asciz	"_branch.bar"
	.asciz	"tkallsyms_"
	.asciz	"Tkallsyms_"
	.asciz	"foo_veneer"
	.asciz	"__kstrtab"
	.asciz	"V7PILongThunk_foo"
	.asciz	"LA25"
	.asciz	"ARM"
	.asciz	"umb"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"crc"
	.asciz	"func"
	.asciz	"cfi_typei"
	.asciz	"i_typei"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"_break"
	.asciz	"from_arm"
	.asciz	"__kernel_sigtramp"
	.asciz	"__kstr"
	.asciz	"__kernel_sigt"
	.asciz	"plt"
	.asciz	"igt"
	.asciz	"__kernel_s"
	.asciz	"str"
	.asciz	"ramp"
	.asciz	"gp"
	.asciz	"ram"
	.asciz	"arm"
	.asciz	"reak"
	.asciz	"typei"
	.asciz	"ig"
	.asciz	"of"
	.asciz	"cf"
	.asciz	"type"
	.asciz	"__kernel_syscall_via_e"
	.asciz	"me"
	.asciz	"unc"
	.asciz	"rc"
	.asciz	"pc"
	.asciz	"_branch.b"
	.asciz	"mb"
	.asciz	"rea"
	.asciz	"__kernel_syscall_via_"
	.asciz	"d_"
	.asciz	"RM"
	.asciz	"V7"
	.asciz	"A25"
	.asciz	"A2"
	.asciz	"12"
	.asciz	"foo."
	.asciz	"T_"
	.asciz	"type_5"
	.asciz	"__kvm_nvhe_"
	.asciz	"from_"
	.asciz	"PILongThunk_foo"
	.asciz	"PILong"
	.asciz	"fro"
	.asciz	"pl"
	.asciz	"se"
	.asciz	"re"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"PIL"
	.asciz	"PI"
	.asciz	"type_7"
	.asciz	"type_6"
	.asciz	"type_4"
	.asciz	"st"
	.asciz	"veneer"
	.asciz	"neer"
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
	.asciz	"ro"
	.asciz	"m_n"
	.asciz	"ran"
	.asciz	"sym"
	.asciz	"all"
	.asciz	"vh"
	.asciz	"ve"
	.asciz	"sc"
	.asciz	"via"
	.asciz	"foo_"
	.asciz	"i_"
	.asciz	"ch."
	.asciz	"ong"
	.asciz	"vi"
	.asciz	"ch"
	.asciz	"ng"
	.asciz	"s_"
	.asciz	".L"
	.asciz	"__kernel_"
	.asciz	"__kerne"
	.asciz	"__ker"
	.asciz	"Thunk_foo"
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
	.asciz	"un"
	.asciz	"al"
	.asciz	"_foo"
	.asciz	"er"
	.asciz	"ne"
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
	.short	3
	.short	15
	.short	25
	.short	34
	.short	42
	.short	49
	.short	55
	.short	60
	.short	63
	.short	72
	.short	79
	.short	85
	.short	89
	.short	94
	.short	97
	.short	106
	.short	114
	.short	121
	.short	127
	.short	131
	.short	134
	.short	148
	.short	161
	.short	180
	.short	198
	.short	215
	.short	230
	.short	244
	.short	257
	.short	268
	.short	278
	.short	286
	.short	291
	.short	296
	.short	306
	.short	318
	.short	320
	.short	323
	.short	331
	.short	337
	.short	342
	.short	348
	.short	358
	.short	365
	.short	369
	.short	371
	.short	373
	.short	376
	.short	378
	.short	380
	.short	382
	.short	384
	.short	386
	.short	388
	.short	390
	.short	392
	.short	396
	.short	398
	.short	401
	.short	410
	.short	417
	.short	423
	.short	427
	.short	429
	.short	432
	.short	434
	.short	436
	.short	438
	.short	440
	.short	443
	.short	446
	.short	448
	.short	452
	.short	454
	.short	466
	.short	469
	.short	471
	.short	473
	.short	475
	.short	479
	.short	481
	.short	484
	.short	486
	.short	488
	.short	490
	.short	493
	.short	495
	.short	497
	.short	500
	.short	505
	.short	518
	.short	531
	.short	535
	.short	538
	.short	542
	.short	544
	.short	549
	.short	551
	.short	553
	.short	555
	.short	557
	.short	559
	.short	561
	.short	563
	.short	565
	.short	567
	.short	581
	.short	583
	.short	585
	.short	587
	.short	589
	.short	591
	.short	593
	.short	595
	.short	597
	.short	599
	.short	601
	.short	603
	.short	605
	.short	607
	.short	609
	.short	611
	.short	615
	.short	619
	.short	624
	.short	628
	.short	640
	.short	651
	.short	662
	.short	673
	.short	683
	.short	701
	.short	706
	.short	710
	.short	714
	.short	739
	.short	743
	.short	748
	.short	758
	.short	766
	.short	793
	.short	800
	.short	809
	.short	827
	.short	834
	.short	848
	.short	852
	.short	856
	.short	867
	.short	871
	.short	876
	.short	879
	.short	883
	.short	887
	.short	892
	.short	898
	.short	901
	.short	904
	.short	907
	.short	912
	.short	935
	.short	938
	.short	942
	.short	945
	.short	948
	.short	958
	.short	961
	.short	965
	.short	987
	.short	990
	.short	993
	.short	996
	.short	1000
	.short	1003
	.short	1006
	.short	1011
	.short	1014
	.short	1021
	.short	1033
	.short	1039
	.short	1055
	.short	1062
	.short	1066
	.short	1069
	.short	1072
	.short	1075
	.short	1079
	.short	1082
	.short	1086
	.short	1089
	.short	1096
	.short	1103
	.short	1110
	.short	1113
	.short	1120
	.short	1125
	.short	1135
	.short	1144
	.short	1165
	.short	1173
	.short	1179
	.short	1193
	.short	1198
	.short	1208
	.short	1216
	.short	1223
	.short	1229
	.short	1237
	.short	1242
	.short	1245
	.short	1248
	.short	1252
	.short	1256
	.short	1260
	.short	1264
	.short	1267
	.short	1270
	.short	1273
	.short	1277
	.short	1282
	.short	1285
	.short	1289
	.short	1293
	.short	1296
	.short	1299
	.short	1302
	.short	1305
	.short	1308
	.short	1318
	.short	1326
	.short	1332
	.short	1342
	.short	1348
	.short	1352
	.short	1355
	.short	1358
	.short	1361
	.short	1364
	.short	1367
	.short	1371
	.short	1375
	.short	1378
	.short	1381
	.short	1384
	.short	1389
	.short	1392
	.short	1395
	.short	1398
	.short	1404
	.short	1408
	.short	1412
	.short	1415
	.short	1419
	.short	1422
	.short	1425

